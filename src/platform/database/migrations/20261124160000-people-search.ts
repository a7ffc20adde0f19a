import { forceRowSecurity } from '../protect.ts';

/**
 * Names are searched by their words: exact, then begun, then mistyped by a letter or two. Misspellings are sought among
 * the few distinct words, never among all persons. Under row-level security PostgreSQL would skip such an index (the
 * operators are not leakproof): the function holds the wall itself, the same reach as the policy of party.person.
 */
export async function personSearch(run: (text: string) => Promise<unknown>): Promise<void> {
  await run(`create extension if not exists fuzzystrmatch`);
  await run(`create index person_words on party.person using gin (string_to_array(search, ' '))`);
  await run(`create table party.name_word (word text collate "C" primary key)`);
  await forceRowSecurity(run, 'party.name_word');
  // Whatever fills the table, a restored backup too, a known word is no error.
  await run(`create function party.keep_new_word() returns trigger language plpgsql security definer set search_path = '' as $$
    begin return case when exists (select 1 from party.name_word w where w.word = new.word) then null else new end; end $$`);
  await run(`create trigger known before insert on party.name_word for each row execute function party.keep_new_word()`);
  await run(`create function party.learn_words() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      insert into party.name_word select distinct w from now_there n, unnest(string_to_array(n.search, ' ')) w where w <> '' on conflict do nothing;
      return null;
    end $$`);
  // A word that nobody bears any more goes: an erased name leaves no trace here.
  await run(`create function party.forget_words() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      delete from party.name_word k using was_there o, now_there n
        where o.id = n.id and o.search is distinct from n.search and k.word = any(string_to_array(o.search, ' '))
          and not exists (select 1 from party.person p where string_to_array(p.search, ' ') @> array[k.word::text]);
      return null;
    end $$`);
  await run(`create trigger learn_inserted after insert on party.person referencing new table as now_there for each statement execute function party.learn_words()`);
  await run(`create trigger learn_updated after update on party.person referencing new table as now_there for each statement execute function party.learn_words()`);
  await run(`create trigger forget_updated after update on party.person referencing old table as was_there new table as now_there for each statement execute function party.forget_words()`);
  await run(`create function party.words_like(asked text, slack integer) returns text[] language sql stable security definer set search_path = '' as $$
    select array_agg(c.word) from (
      select asked as word
      union (select w.word from party.name_word w where slack >= 1 and length(asked) >= 3 and w.word like asked || '%' order by w.word limit 200)
      union (select w.word from party.name_word w
        where slack >= 2 and length(asked) >= least(5, slack + 1) and abs(length(w.word) - length(asked)) < slack and public.levenshtein_less_equal(w.word, asked, slack - 1) < slack limit 200)
    ) c $$`);
  // Names of everybody: for the search alone, which answers within one's scope.
  await run(`revoke execute on function party.words_like(text, integer) from public`);
  await run(`create function party.find_persons(words text, most integer) returns table (id uuid, round integer)
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
    declare
      place constant text := permission.territory();
      scope constant text := permission.scope_of('person', 'read');
      organisation constant uuid := permission.organisation();
      person constant uuid := permission.person();
      asked constant text[] := (string_to_array(words, ' '))[1:4];
      last constant integer := cardinality(asked);
      -- The same name, whichever of its words was typed first.
      turned constant text[] := array[words, asked[last] || ' ' || array_to_string(asked[1:last - 1], ' '), array_to_string(asked[2:last], ' ') || ' ' || asked[1]];
      one text[]; two text[]; three text[]; four text[];
      seen uuid[] := '{}';
    begin
      if last = 0 then return; end if;
      for turn in 0..5 loop
        exit when cardinality(seen) >= most;
        one := party.words_like(asked[1], turn - 2);
        two := party.words_like(coalesce(asked[2], asked[1]), turn - 2);
        three := party.words_like(coalesce(asked[3], asked[1]), turn - 2);
        four := party.words_like(coalesce(asked[4], asked[1]), turn - 2);
        for id in
          select p.id from party.person p
          where p.territory = place and p.state in ('open', 'closed') and p.id <> all(seen)
            and case scope when 'territory' then true when 'organisation' then p.custodian_id = organisation when 'own' then p.id = person else false end
            and case turn when 0 then p.search = any(turned) when 2 then p.search like words || '%'
              else string_to_array(p.search, ' ') && one and string_to_array(p.search, ' ') && two and string_to_array(p.search, ' ') && three and string_to_array(p.search, ' ') && four end
          limit most - cardinality(seen)
        loop
          seen := seen || id;
          round := turn;
          return next;
        end loop;
      end loop;
    end $$`);
}
