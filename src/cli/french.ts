import type { Command, CommanderError } from 'commander';

const titles: Record<string, string> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options communes :',
  'Commands:': 'Commandes :',
};

/** Help in French: titles, and the words that commander puts in on its own. */
export function speakFrench(command: Command): void {
  command
    .helpOption('-h, --help', 'affiche cette aide')
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (one) => `${pathOf(one)} ${one.usage()}`.trim(),
      subcommandTerm: (one) => `${one.name()} ${one.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}${dots(argument)}>` : `[${argument.name()}${dots(argument)}]`)).join(' ')}`.trim(),
      optionDescription: (option) => {
        const notes = [
          ...(option.argChoices ? [`choix : ${option.argChoices.join(', ')}`] : []),
          ...(option.defaultValue !== undefined && option.defaultValue !== false ? [`par défaut : ${option.defaultValueDescription ?? String(option.defaultValue)}`] : []),
        ];
        return notes.length > 0 ? `${option.description} (${notes.join(' ; ')})` : option.description;
      },
    });
}

const dots = (argument: { variadic: boolean }): string => (argument.variadic ? '…' : '');

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

type Pattern = readonly [RegExp, (...parts: string[]) => string];

const patterns: readonly Pattern[] = [
  [/unknown option '([^']*)'(?:\n\(Did you mean (?:one of )?([^?]*)\?\))?/, (option, near) => `Option inconnue : ${option}.${meant(near)}`],
  [/unknown command '([^']*)'(?:\n\(Did you mean (?:one of )?([^?]*)\?\))?/, (name, near) => `Commande inconnue : ${name}.${meant(near)}`],
  [/missing required argument '([^']*)'/, (name) => `Il manque un argument : ${name}.`],
  [/option '([^']*)' argument missing/, (option) => `L’option ${option} attend une valeur.`],
  [/required option '([^']*)' not specified/, (option) => `L’option ${option} est obligatoire.`],
  [/option '([^']*)' cannot be used with option '([^']*)'/, (one, other) => `Les options ${one} et ${other} ne vont pas ensemble.`],
  [/too many arguments/, () => 'Il y a trop d’arguments.'],
  [/option '([^']*)' argument '([^']*)' is invalid\.(?: Allowed choices are ([^.]*)\.)?\s*(.*)/s, (option, value, choices, why) => `La valeur « ${value} » n’est pas permise pour ${option}.${choices ? ` Choix : ${choices}.` : ''}${why ? ` ${why}` : ''}`],
  [/command-argument value '([^']*)' is invalid for argument '([^']*)'\.(?: Allowed choices are ([^.]*)\.)?\s*(.*)/s, (value, name, choices, why) => `La valeur « ${value} » n’est pas permise pour ${name}.${choices ? ` Choix : ${choices}.` : ''}${why ? ` ${why}` : ''}`],
];

const meant = (near: string | undefined): string => (near ? ` Vouliez-vous dire ${near} ?` : '');

/** The sentence for a command line that commander did not understand. */
export function usageSentence(error: Pick<CommanderError, 'message'>): string {
  for (const [pattern, sentence] of patterns) {
    const found = pattern.exec(error.message);
    if (found) return sentence(...found.slice(1));
  }
  return 'Cette commande n’est pas comprise.';
}
