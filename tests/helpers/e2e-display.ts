import { inject } from 'vitest';

// Workers get the environment from before the screen was opened.
const display = inject('display');
if (display !== '') process.env.DISPLAY = display;
