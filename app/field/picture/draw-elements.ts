import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { Pen } from '../pen.ts';

/** Scenes and links as Cytoscape shows them now; what lies wholly outside of the picture is left out. */
export function drawElements(pen: Pen, cy: Core): void {
  const edges = cy.edges().filter((edge) => edge.numericStyle('opacity') > 0 && isInSight(cy, edge));
  edges.filter('[!ghost]').forEach((edge) => drawLink(pen, cy, edge));
  cy.nodes().forEach((node) => drawScene(pen, cy, node));
  edges.filter('[?ghost]').forEach((edge) => drawGhost(pen, cy, edge));
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

function isInSight(cy: Core, edge: EdgeSingular): boolean {
  const [a, b] = [edge.source().renderedPosition(), edge.target().renderedPosition()];
  return (
    Math.max(a.x, b.x) > 0 &&
    Math.max(a.y, b.y) > 0 &&
    Math.min(a.x, b.x) < cy.width() &&
    Math.min(a.y, b.y) < cy.height()
  );
}

function drawLink(pen: Pen, cy: Core, edge: EdgeSingular): void {
  const [a, b] = [edge.source().renderedPosition(), edge.target().renderedPosition()];
  pen.globalAlpha = edge.numericStyle('opacity');
  pen.strokeStyle = edge.style('line-color');
  pen.lineWidth = edge.numericStyle('width') * cy.zoom();
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(a.x, a.y);
  pen.lineTo(b.x, b.y);
  pen.stroke();
}

/** A proposed link: a dashed bow with an arrow's head. */
function drawGhost(pen: Pen, cy: Core, edge: EdgeSingular): void {
  const [start, end] = [edge.renderedSourceEndpoint(), edge.renderedTargetEndpoint()];
  const bow = edge.renderedControlPoints()?.[0] ?? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const width = edge.numericStyle('width') * cy.zoom();
  const colour: string = edge.style('line-color');
  pen.globalAlpha = edge.numericStyle('opacity');
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash([16, 11].map((length) => length * cy.zoom()));
  pen.beginPath();
  pen.moveTo(start.x, start.y);
  pen.quadraticCurveTo(bow.x, bow.y, end.x, end.y);
  pen.stroke();
  const [dx, dy] = [end.x - bow.x, end.y - bow.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const head = 3 * width + 3;
  const [ux, uy] = [(dx / length) * head, (dy / length) * head];
  pen.setLineDash([]);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(end.x, end.y);
  pen.lineTo(end.x - ux - uy / 2, end.y - uy + ux / 2);
  pen.lineTo(end.x - ux + uy / 2, end.y - uy - ux / 2);
  pen.closePath();
  pen.fill();
}

function drawScene(pen: Pen, cy: Core, node: NodeSingular): void {
  const { x, y } = node.renderedPosition();
  const radius = node.renderedWidth() / 2;
  if (x + radius < 0 || y + radius < 0 || x - radius > cy.width() || y - radius > cy.height()) return;
  const opacity: number = node.numericStyle('opacity');
  const border: number = node.numericStyle('border-width') * cy.zoom();
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.globalAlpha = opacity * node.numericStyle('background-opacity');
  pen.fillStyle = node.style('background-color');
  pen.fill();
  pen.globalAlpha = opacity;
  pen.strokeStyle = node.style('border-color');
  pen.lineWidth = border;
  pen.setLineDash(node.style('border-style') === 'dashed' ? [2 * border, 1.5 * border] : []);
  pen.stroke();
}
