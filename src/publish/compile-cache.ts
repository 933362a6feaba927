import { enableCompileCache } from 'node:module';

// Loaded before a command (`node --import`): Node keeps what it compiled of the modules, TypeScript taken away, in the
// folder for temporary files, and reads it when the command runs again.
enableCompileCache();
