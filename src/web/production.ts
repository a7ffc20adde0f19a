// React and Express read this once, when they are first loaded: whatever the shell says outside, the pages that people
// read are the fast ones, and their failures tell nothing of the machine. Import it before them.
process.env['NODE_ENV'] = 'production';
