import type aside from './words/aside.id.json';
import type assist from './words/assist.id.json';
import type background from './words/background.id.json';
import type issues from './words/issues.id.json';
import type manifest from './words/manifest.id.json';
import type options from './words/options.id.json';
import type panel from './words/panel.id.json';
import type popup from './words/popup.id.json';
import type reasons from './words/reasons.id.json';
import type shelf from './words/shelf.id.json';
import type upkeep from './words/upkeep.id.json';

/** Every key of the Indonesian files; a missing English one fails a test. */
export type WordKey =
  | keyof typeof aside
  | keyof typeof assist
  | keyof typeof background
  | keyof typeof issues
  | keyof typeof manifest
  | keyof typeof options
  | keyof typeof panel
  | keyof typeof popup
  | keyof typeof reasons
  | keyof typeof shelf
  | keyof typeof upkeep;
