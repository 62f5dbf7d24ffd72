#!/usr/bin/env node
import module from 'node:module';

// What V8 makes of the code is kept from one run to the next, in the system's folder for temporary files
// (Node 22.1 and later). It serves what is loaded from here on: hence no import of the command above.
module.enableCompileCache?.();
await import('../lib/cli/main.js');
