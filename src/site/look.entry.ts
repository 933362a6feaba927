import './look.ts';
