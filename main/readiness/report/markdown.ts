import type { Block } from './block';

/** Markdown (CommonMark), for a ticket. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map(draw).join('\n\n')}\n`;
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escape(block.text)}`;
    case 'heading':
      return `## ${escape(block.text)}`;
    case 'line':
      return escape(block.text);
    case 'list':
      return block.items.map((item) => `- ${escape(item)}`).join('\n');
    case 'steps':
      return block.items.map((item, index) => `${index + 1}. ${escape(item)}`).join('\n');
  }
}

/** What an org says of itself must not become a link, a picture or markup. */
function escape(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>#|!&~]/g, '\\$&');
}
