export { CropView } from './CropView.tsx';
export { PhotoTools } from './PhotoTools.tsx';
