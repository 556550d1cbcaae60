/** The first instruction of the image's last stage: whatever lies below it is the base. */
const firstOwnLayer = 'NODE_ENV=production';

/** Bytes of the layers that the Dockerfile adds, from `docker history --no-trunc --human=false --format '{{.Size}}\t{{.CreatedBy}}'`. */
export const sizeOverBase = (history: string): number => {
  const layers = history.trim().split('\n');
  const first = layers.findIndex((layer) => layer.includes(firstOwnLayer));
  if (first === -1) throw new Error(`No layer of the image says ${firstOwnLayer}; is it the last stage of the Dockerfile?`);
  return layers.slice(0, first + 1).reduce((sum, layer) => sum + Number(layer.split('\t')[0]), 0);
};
