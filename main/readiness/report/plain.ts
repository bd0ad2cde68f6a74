import type { Block } from './block';

/** Plain text, as it stands in a mail or a terminal. */
export function plain(blocks: readonly Block[]): string {
  return `${blocks.map(tame).map(draw).join('\n')}\n`;
}

/** What an org says of itself must not steer a terminal. */
function tame(block: Block): Block {
  const flat = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return 'items' in block
    ? { ...block, items: block.items.map(flat) }
    : { ...block, text: flat(block.text) };
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(block.text.length)}\n`;
    case 'heading':
      return `\n${block.text}`;
    case 'line':
      return `  ${block.text}`;
    case 'list':
      return block.items.map((item) => `  - ${item}`).join('\n');
    case 'steps':
      return block.items.map((item, index) => `    ${index + 1}. ${item}`).join('\n');
  }
}
