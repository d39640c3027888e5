/* Shows up to a hundred thousand points: only those in view are gathered into groups, and only groups and
 * lone points become markers. One marker is in the Tab order; the arrow keys walk from marker to marker. */
'use strict';

(function () {
  const CELL = 60;            // pixels: points closer than about this are one group
  const MOST_MARKERS = 400;
  const APART = 26;           // pixels: a group narrower than this at the closest zoom is one spot

  const sideOf = (degrees) => {
    const sine = Math.max(-0.9999, Math.min(0.9999, Math.sin(degrees * Math.PI / 180)));
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  };

  /* A group of points in the world's own measure (0 to 1), where a lone point is a group of one. */
  class Group {
    constructor(count, x, y, index, box) {
      Object.assign(this, { count, x, y, index, box });
    }

    get width() {
      return Math.max(this.box[2] - this.box[0], this.box[3] - this.box[1]);
    }
  }

  window.PointLayer = L.Layer.extend({
    initialize(listener) {
      this.listener = listener;   // activated(index), opened(indices, marker), marked(markers)
      this.grow = 1;              // pins grow with the text, but less
      this.length = 0;
      this.chosen = -1;
      this.markers = new Map();   // key → L.Marker
      this.current = null;        // key of the marker in the Tab order
    },

    onAdd(map) {
      this._map = map;
      this.group = L.layerGroup().addTo(map);
      map.on('moveend zoomend resize', this.redraw, this);
      this.redraw();
      return this;
    },

    onRemove(map) {
      map.off('moveend zoomend resize', this.redraw, this);
      this.group.remove();
    },

    /* Latitudes and longitudes by turns, and for each point whether it is an address. */
    setPoints(coordinates, exact) {
      const length = exact.length;
      const x = new Float64Array(length), y = new Float64Array(length);
      for (let i = 0; i < length; i++) {
        x[i] = coordinates[2 * i + 1] / 360 + 0.5;
        y[i] = sideOf(coordinates[2 * i]);
      }
      Object.assign(this, { length, x, y, coordinates, exact, chosen: -1 });
      this.clear();
      this.redraw();
    },

    choose(index) {
      this.chosen = index >= 0 && index < this.length ? index : -1;
      this.redraw();
    },

    place(index) {
      return L.latLng(this.coordinates[2 * index], this.coordinates[2 * index + 1]);
    },

    bounds() {
      const bounds = L.latLngBounds([]);
      let south = 90, north = -90, west = 180, east = -180;
      for (let i = 0; i < this.length; i++) {
        const latitude = this.coordinates[2 * i], longitude = this.coordinates[2 * i + 1];
        south = Math.min(south, latitude); north = Math.max(north, latitude);
        west = Math.min(west, longitude); east = Math.max(east, longitude);
      }
      return this.length ? bounds.extend([south, west]).extend([north, east]) : bounds;
    },

    clear() {
      this.group && this.group.clearLayers();
      this.markers.clear();
    },

    redraw() {
      if (!this._map) return;
      const groups = this.length ? this.groupsInView() : [];
      const kept = new Set();
      for (const group of groups.slice(0, MOST_MARKERS)) {
        const key = this.keyOf(group);
        kept.add(key);
        if (!this.markers.has(key)) this.markers.set(key, this.markerOf(group, key));
      }
      const hadFocus = this.group && this.markers.get(this.current)
        && document.activeElement === this.markers.get(this.current).getElement();
      for (const [key, marker] of this.markers) {
        if (!kept.has(key)) {
          this.group.removeLayer(marker);
          this.markers.delete(key);
        }
      }
      this.tabTo(this.markers.has(this.current) ? this.current : this.nearestKey(), hadFocus);
      this.listener.marked([...this.markers.values()]);
    },

    keyOf(group) {
      if (group.count === 1) return group.index === this.chosen ? `chosen${group.index}` : `point${group.index}`;
      const zoom = this._map.getZoom(), scale = 256 * 2 ** zoom;
      return `${zoom}:${Math.round(group.x * scale)}:${Math.round(group.y * scale)}:${group.count}`;
    },

    /* Sort the points in view into cells aligned to the world, so that panning does not reshuffle them;
     * then let each full cell take in the neighbours whose middle lies near its own. */
    groupsInView() {
      const scale = 256 * 2 ** this._map.getZoom(), cell = CELL / scale;
      const view = this._map.getPixelBounds();
      const left = view.min.x / scale - cell, right = view.max.x / scale + cell;
      const top = view.min.y / scale - cell, bottom = view.max.y / scale + cell;
      const firstColumn = Math.floor(left / cell), firstRow = Math.floor(top / cell);
      const columns = Math.floor(right / cell) - firstColumn + 1, rows = Math.floor(bottom / cell) - firstRow + 1;
      const size = columns * rows;
      const count = new Int32Array(size), last = new Int32Array(size);
      const sumX = new Float64Array(size), sumY = new Float64Array(size);
      const west = new Float64Array(size).fill(9), east = new Float64Array(size).fill(-9);
      const north = new Float64Array(size).fill(9), south = new Float64Array(size).fill(-9);
      const { x, y, chosen } = this, groups = [];
      for (let i = 0; i < this.length; i++) {
        const px = x[i], py = y[i];
        if (px < left || px > right || py < top || py > bottom) continue;
        if (i === chosen) { groups.push(new Group(1, px, py, i, [px, py, px, py])); continue; }
        const at = (Math.floor(py / cell) - firstRow) * columns + Math.floor(px / cell) - firstColumn;
        count[at]++; sumX[at] += px; sumY[at] += py; last[at] = i;
        if (px < west[at]) west[at] = px;
        if (px > east[at]) east[at] = px;
        if (py < north[at]) north[at] = py;
        if (py > south[at]) south[at] = py;
      }
      const full = [];
      for (let at = 0; at < size; at++) if (count[at]) full.push(at);
      full.sort((one, other) => count[other] - count[one]);
      const taken = new Uint8Array(size), reach = cell * cell * 0.6;
      for (const at of full) {
        if (taken[at]) continue;
        taken[at] = 1;
        let n = count[at], ax = sumX[at], ay = sumY[at];
        const box = [west[at], north[at], east[at], south[at]];
        const middleX = ax / n, middleY = ay / n, column = at % columns, row = (at / columns) | 0;
        for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            const other = r * columns + c;
            if (!count[other] || taken[other]) continue;
            const dx = sumX[other] / count[other] - middleX, dy = sumY[other] / count[other] - middleY;
            if (dx * dx + dy * dy >= reach) continue;
            taken[other] = 1;
            n += count[other]; ax += sumX[other]; ay += sumY[other];
            box[0] = Math.min(box[0], west[other]); box[1] = Math.min(box[1], north[other]);
            box[2] = Math.max(box[2], east[other]); box[3] = Math.max(box[3], south[other]);
          }
        }
        groups.push(new Group(n, ax / n, ay / n, last[at], box));
      }
      return groups;
    },

    markerOf(group, key) {
      const marker = L.marker(this.latLngOf(group), {
        icon: group.count === 1 ? this.pinOf(group.index) : this.discOf(group.count),
        keyboard: true,
        bubblingMouseEvents: false,
        zIndexOffset: group.count === 1 && group.index === this.chosen ? 10000 : 0,
      });
      marker.group = group;
      marker.on('click', () => this.activate(key));
      marker.on('add', () => {
        const element = marker.getElement();
        element.tabIndex = -1;
        element.addEventListener('focus', () => this.tabTo(key, false));
        element.addEventListener('keydown', (event) => this.pressed(event, key));
      });
      this.group.addLayer(marker);
      return marker;
    },

    pinOf(index) {
      const chosen = index === this.chosen ? ' chosen' : '';
      if (this.exact[index]) {
        const size = Math.round((chosen ? 30 : 24) * this.grow);
        return L.divIcon({ className: `pin address${chosen}`, iconSize: [size, size], iconAnchor: [size / 2, size * 1.18] });
      }
      const size = Math.round((chosen ? 40 : 32) * this.grow);
      return L.divIcon({ className: `pin around${chosen}`, iconSize: [size, size] });
    },

    discOf(count) {
      const size = 2 * Math.round((13 + Math.min(13, Math.log2(count) * 1.6)) * this.grow);
      return L.divIcon({ className: 'disc', iconSize: [size, size], html: this.numberOf(count) });
    },

    numberOf(count) {
      const number = document.createElement('span');
      number.textContent = count.toLocaleString(`${document.documentElement.lang}-CA`);
      return number;
    },

    activate(key) {
      const marker = this.markers.get(key);
      if (!marker) return;
      const group = marker.group, map = this._map;
      if (group.count === 1) {
        this.listener.activated(group.index);
      } else if (group.width * 256 * 2 ** map.getMaxZoom() < APART) {
        this.listener.opened(this.membersOf(group), marker);
      } else {
        const [west, north, east, south] = group.box, world = 256;
        const corner = (x, y) => map.unproject([x * world, y * world], 0);
        const box = L.latLngBounds(corner(west, north), corner(east, south));
        const zoom = Math.max(map.getZoom() + 1, map.getBoundsZoom(box, false, L.point(48, 48)));
        this.focusAfterwards = true;
        map.setView(box.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: false });
      }
    },

    membersOf(group) {
      const [west, north, east, south] = group.box, members = [];
      for (let i = 0; i < this.length; i++) {
        if (this.x[i] >= west && this.x[i] <= east && this.y[i] >= north && this.y[i] <= south) members.push(i);
      }
      return members;
    },

    latLngOf(group) {
      if (group.count === 1) return this.place(group.index);
      return this._map.unproject([group.x * 256, group.y * 256], 0);
    },

    pressed(event, key) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (event.key === 'Enter' || event.key === ' ') this.activate(key);
      else if (way) this.walk(key, way);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },

    /* Go to the nearest marker on that side; sideways distance counts double. */
    walk(key, [wayX, wayY]) {
      const from = this.markers.get(key).group;
      let best = null, least = Infinity;
      for (const [other, marker] of this.markers) {
        const dx = marker.group.x - from.x, dy = marker.group.y - from.y;
        const ahead = dx * wayX + dy * wayY, aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
        if (other === key || ahead <= 0 || ahead + 2 * aside >= least) continue;
        least = ahead + 2 * aside;
        best = other;
      }
      if (best !== null) this.tabTo(best, true);
    },

    nearestKey() {
      const middle = this._map.getPixelBounds().getCenter().divideBy(256 * 2 ** this._map.getZoom());
      let best = null, least = Infinity;
      for (const [key, marker] of this.markers) {
        const distance = (marker.group.x - middle.x) ** 2 + (marker.group.y - middle.y) ** 2;
        if (distance < least) { least = distance; best = key; }
      }
      return best;
    },

    tabTo(key, focus) {
      for (const [other, marker] of this.markers) {
        const element = marker.getElement();
        if (element) element.tabIndex = other === key ? 0 : -1;
      }
      this.current = key;
      const marker = this.markers.get(key);
      if (marker && (focus || this.focusAfterwards)) marker.getElement().focus({ preventScroll: true });
      this.focusAfterwards = false;
    },
  });
})();
