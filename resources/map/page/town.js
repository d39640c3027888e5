/* Draws a town: a dot with its name on whichever side is free; close up the name alone. */
'use strict';

(function () {
  const GAP = 6;      // pixels between the middle of the dot and the name
  const AROUND = 3;   // pixels kept clear around a name

  /* Made for protomaps-leaflet: `place` answers where the label stands, or nothing when every side is taken. */
  window.TownSymbolizer = class {
    constructor(look) {
      this.look = look;   // names, radius(zoom, feature), font(zoom, feature), dot, fill, halo
    }

    place(layout, geometry, feature) {
      const name = this.look.names.map((key) => feature.props[key]).find((text) => typeof text === 'string');
      if (!name) return undefined;
      const font = this.look.font(layout.zoom, feature), radius = this.look.radius(layout.zoom, feature);
      layout.scratch.font = font;
      const size = layout.scratch.measureText(name);
      const anchor = geometry[0][0], rise = size.actualBoundingBoxAscent, fall = size.actualBoundingBoxDescent;
      const middle = (rise - fall) / 2;
      const right = [GAP, middle], left = [-GAP - size.width, middle];
      const beside = feature.props.side === 'left' ? [left, right] : [right, left];
      const sides = radius
        ? [...beside, [-size.width / 2, -GAP - fall], [-size.width / 2, GAP + rise]]
        : [[-size.width / 2, middle]];
      const dot = this.box(anchor, -radius - 1, -radius - 1, radius + 1, radius + 1);
      for (const [x, y] of sides) {
        const text = this.box(anchor, x - AROUND, y - rise - AROUND, x + size.width + AROUND, y + fall + AROUND);
        if ([dot, text].some((box) => layout.index.bboxCollides(box, layout.order))) continue;
        return [{ anchor, bboxes: [text, dot], draw: (context) => this.draw(context, name, font, radius, x, y) }];
      }
      return undefined;
    }

    box(anchor, left, top, right, bottom) {
      return { minX: anchor.x + left, minY: anchor.y + top, maxX: anchor.x + right, maxY: anchor.y + bottom };
    }

    draw(context, name, font, radius, x, y) {
      context.globalAlpha = 1;
      context.strokeStyle = this.look.halo;
      if (radius) {
        context.beginPath();
        context.arc(0, 0, radius, 0, 2 * Math.PI);
        context.lineWidth = 2;
        context.stroke();
        context.fillStyle = this.look.dot;
        context.fill();
      }
      context.font = font;
      context.lineWidth = 4;
      context.lineJoin = 'round';
      context.strokeText(name, x, y);
      context.fillStyle = this.look.fill;
      context.fillText(name, x, y);
    }
  };
})();
