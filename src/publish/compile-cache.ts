import { enableCompileCache } from 'node:module';

// Loaded before a command (`node --import`): Node stores the compiled modules, with types stripped, in the folder for
// temporary files, and reuses them when the command runs again.
enableCompileCache();
