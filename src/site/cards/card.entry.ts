import '../follow-track.ts';
import './fill-in.element.ts';
