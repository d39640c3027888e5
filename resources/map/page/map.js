/* The page's own program. It owns the map that Folium made and talks with the window over one channel. */
'use strict';

const MOST_IN_LIST = 200;

class PeerMap {
  constructor(map) {
    this.map = map;
    this.version = 0;
    this.waiting = null;         // a choice among points that are not here yet
    this.names = new Map();       // index → name, of the points now shown
    this.spotList = null;
    this.nameLabel = null;        // of the marker under the mouse or with the focus
    this.chosen = -1;
    this.start();
  }

  async start() {
    const [options, colours] = await Promise.all(
      ['/options.json', '/colours.json'].map(async (path) => (await fetch(path)).json()));
    this.colours = colours;
    this.look = options.look;
    this.prepareMap(options);
    addControls(this.map, options, () => this.fit());
    this.addGround(options);
    this.points = new PointLayer(this).addTo(this.map);
    this.showLook(options.look);
    new QWebChannel(qt.webChannelTransport, (channel) => this.listen(channel.objects.bridge));
  }

  listen(bridge) {
    this.bridge = bridge;
    bridge.points_changed.connect((version, isOtherSet) => this.showPoints(version, isOtherSet));
    bridge.chosen_changed.connect((version, index) => this.choose(version, index));
    bridge.names_changed.connect(() => this.forgetNames());
    bridge.origin_changed.connect((text) => this.showOrigin(JSON.parse(text)));
    bridge.look_changed.connect((text) => this.showLook(JSON.parse(text)));
    bridge.ready();
  }

  prepareMap(options) {
    const map = this.map;
    // Folium drops the zoom limits of a map without tile layers of its own.
    map.setMinZoom(options.min_zoom);
    map.setMaxZoom(options.max_zoom);
    map.setMaxBounds(options.limits);
    map.options.maxBoundsViscosity = 0.8;
    this.country = L.latLngBounds(options.country);
    this.showCountry();
    map.createPane('origin').style.zIndex = 590;   // beneath the pins: those near the start matter most
    map.getContainer().setAttribute('role', 'application');
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) map.getContainer().focus({ preventScroll: true });
    });
    map.on('resize', () => { if (!this.moved) this.fit(); });
    this.heed(map.getContainer());
  }

  /* A hand on the map: from now on it stays where it is put. The ring of the keyboard is for the keyboard. */
  heed(container) {
    container.addEventListener('keydown', (event) => {
      this.moved = true;
      container.classList.remove('pointed');
      if (event.key === '+' && event.shiftKey && !event.ctrlKey) {   // Leaflet would go three steps at once
        event.stopPropagation();
        this.map.zoomIn(1);
      }
    }, true);
    container.addEventListener('pointerdown', () => {
      this.moved = true;
      container.classList.add('pointed');
    }, true);
    container.addEventListener('wheel', () => { this.moved = true; }, { capture: true, passive: true });
  }

  addGround(options) {
    const ground = (url, extra) => protomapsL.leafletLayer({
      url, lang: this.look.language, paintRules: [], labelRules: [], attribution: '', noWrap: true, tileDelay: 1, ...extra,
    });
    this.grounds = [ground('/tiles/base/{z}/{x}/{y}', { maxDataZoom: options.base_zoom })];
    for (const region of options.regions) {
      this.grounds.push(ground(`/tiles/${region.id}/{z}/{x}/{y}`, {
        maxDataZoom: region.max_zoom, minZoom: 9, bounds: L.latLngBounds(region.bounds), noWrap: false,
      }));
    }
    for (const layer of this.grounds) layer.on('load', () => this.drawn());
  }

  /* Language, colours, size of text, and the sentences of the page. */
  showLook(look) {
    this.look = look;
    const colours = this.colours[look.dark ? 'dark' : 'light'];
    const root = document.documentElement;
    root.lang = look.language;
    root.style.colorScheme = look.dark ? 'dark' : 'light';
    for (const [name, colour] of Object.entries(colours)) root.style.setProperty(`--${name.replaceAll('_', '-')}`, colour);
    root.style.setProperty('--text-scale', look.text_scale);
    root.style.setProperty('--grow', Math.min(1.6, look.text_scale));
    for (const [position, layer] of this.grounds.entries()) {
      layer.paintRules = paintRulesOf(colours);
      layer.labelRules = labelRulesOf(colours, look.language, look.text_scale);
      layer.backgroundColor = position === 0 ? colours.water : undefined;
      layer.lang = look.language;
      layer.clearLayout();
      if (this.map.hasLayer(layer)) layer.rerenderTiles();
      else layer.addTo(this.map);
    }
    if (this.circle) this.circle.setStyle({ color: colours.origin });
    const words = look.words;
    this.map.getContainer().setAttribute('aria-label', words.map);
    this.title('.leaflet-control-zoom-in', words.closer);
    this.title('.leaflet-control-zoom-out', words.farther);
    this.title('.show-all', words.show_all);
    this.closeSpotList();
    if (this.points) this.points.grow = Math.min(1.6, look.text_scale);
    this.forgetNames();
  }

  title(selector, words) {
    const element = this.map.getContainer().querySelector(selector);
    if (!element) return;
    element.title = words;
    element.setAttribute('aria-label', words);
  }

  async showPoints(version, isOtherSet) {
    let bytes;
    try {
      bytes = await (await fetch(`/points/${version}`)).arrayBuffer();
    } catch {
      return;   // newer points are already on their way
    }
    const length = Math.floor(bytes.byteLength / 9);
    this.closeSpotList();
    this.names.clear();
    this.version = version;
    this.chosen = -1;
    this.points.setPoints(new Float32Array(bytes, 0, 2 * length), new Uint8Array(bytes, 8 * length, length));
    if (isOtherSet) {
      this.moved = false;
      this.fit();
    }
    if (this.waiting && this.waiting.version === version) this.choose(version, this.waiting.index);
    this.bridge.shown(version, length);
  }

  /* Everything found, with the starting point and its circle; the country when nothing has a place. */
  fit() {
    const bounds = this.circle ? this.circle.getBounds() : this.points ? this.points.bounds() : L.latLngBounds([]);
    if (this.start_at) bounds.extend(this.start_at);
    if (!bounds.isValid()) { this.showCountry(); return; }
    const size = this.map.getSize(), margin = (side) => Math.max(18, Math.min(36, 0.12 * side));
    const maxZoom = this.points && this.points.length ? 10 : 8;   // a start alone says nothing without its surroundings
    this.map.fitBounds(bounds, { padding: [margin(size.x), margin(size.y)], maxZoom, animate: false });
  }

  /* A little of the far corners may be cut: a whole zoom step smaller shows mostly water. */
  showCountry() {
    const map = this.map, inside = map.getBoundsZoom(this.country);
    const corner = map.project(this.country.getSouthEast(), inside + 1)
      .subtract(map.project(this.country.getNorthWest(), inside + 1));
    const size = map.getSize();
    const nearly = corner.x <= size.x * 1.3 && corner.y <= size.y * 1.3;
    map.setView(this.country.getCenter(), Math.max(map.getMinZoom(), nearly ? inside + 1 : inside), { animate: false });
  }

  choose(version, index) {
    if (version !== this.version) {
      this.waiting = { version, index };
      return;
    }
    const isNew = index !== this.chosen;
    this.waiting = null;
    this.chosen = index;
    this.points.choose(index);
    if (isNew && index >= 0 && index < this.points.length) {
      if (index !== this.activatedLast) this.bringIntoView(this.points.place(index), index);
      this.closeSpotList();
    }
    this.activatedLast = -1;
    this.showName(null);
  }

  bringIntoView(place, index) {
    const least = this.points.exact[index] ? 10 : 8;
    const inner = this.map.getBounds().pad(-0.12);
    if (this.map.getZoom() >= least && inner.contains(place)) return;
    this.moved = true;
    this.map.setView(place, Math.max(this.map.getZoom(), least), { animate: false });
  }

  showOrigin(origin) {
    for (const part of [this.origin, this.circle]) if (part) part.remove();
    this.origin = this.circle = this.start_at = null;
    if (origin) {
      this.start_at = L.latLng(origin.latitude, origin.longitude);
      this.origin = L.marker(this.start_at, {
        icon: L.divIcon({ className: 'origin', iconSize: [18, 18] }), keyboard: false, interactive: false, pane: 'origin',
      }).addTo(this.map);
      const label = document.createElement('span');
      label.textContent = origin.name;
      this.origin.bindTooltip(label, {
        permanent: true, direction: 'auto', offset: [12, 0], className: 'name origin-name', pane: 'origin',
      });
      if (origin.within_km) {
        const colour = this.colours[this.look.dark ? 'dark' : 'light'].origin;
        this.circle = L.circle(this.start_at, {
          radius: origin.within_km * 1000, interactive: false, color: colour, weight: 2, fillOpacity: 0.05, dashArray: '6 5',
        }).addTo(this.map);
      }
    }
    if (!this.moved) this.fit();
  }

  /* ---- what the layer of points tells ---- */

  activated(index) {
    this.activatedLast = index;
    this.bridge.activated(this.version, index);
  }

  /* Several points on one spot: a list to choose from. */
  async opened(members, marker) {
    const shown = members.slice(0, MOST_IN_LIST), version = this.version;
    await this.ask(shown);
    if (version !== this.version) return;
    const rows = shown.map((index) => ({
      name: this.names.get(index) || '…',
      isChosen: index === this.chosen,
      activate: () => this.activated(index),
    }));
    this.closeSpotList();
    const words = { title: this.say('here', members.length), close: this.look.words.close };
    this.spotList = new SpotList(this.map, rows, words, (hadFocus) => {
      this.spotList = null;
      const element = marker.getElement();
      if (hadFocus && element) element.focus({ preventScroll: true });
    });
  }

  closeSpotList() {
    if (this.spotList) this.spotList.close();
  }

  /* New markers are on the map: give each its spoken name. Names are asked for only now. */
  async marked(markers) {
    const alone = [];
    for (const marker of markers) {
      const element = marker.getElement();
      if (!element || element.dataset.told) continue;
      element.dataset.told = 'yes';
      element.setAttribute('role', 'button');
      if (marker.group.count === 1) {
        alone.push(marker);
        element.addEventListener('pointerenter', () => this.showName(marker));
        element.addEventListener('pointerleave', () => this.showName(null));
      } else {
        element.setAttribute('aria-label', this.say('group', marker.group.count));
      }
      element.addEventListener('focus', () => this.showName(marker));
      element.addEventListener('blur', () => this.showName(null));
    }
    if (!alone.length || !this.bridge) return;
    const version = this.version;
    await this.ask(alone.map((marker) => marker.group.index));
    if (version !== this.version) return;
    for (const marker of alone) {
      const element = marker.getElement(), name = this.names.get(marker.group.index);
      if (!element || name === undefined) continue;
      const words = this.points.exact[marker.group.index] ? '{name}' : this.look.words.around;
      element.setAttribute('aria-label', words.replace('{name}', () => name));
      if (marker.group.index === this.chosen) element.setAttribute('aria-current', 'true');
    }
    this.showName(null);
  }

  forgetNames() {
    this.names.clear();
    if (this.points) { this.points.clear(); this.points.redraw(); }
  }

  ask(indices) {
    const missing = indices.filter((index) => !this.names.has(index));
    if (!missing.length || !this.bridge) return Promise.resolve();
    const version = this.version;
    return new Promise((told) => this.bridge.names_of(version, missing, (names) => {
      if (version === this.version) names.forEach((name, at) => this.names.set(missing[at], name));
      told();
    }));
  }

  /* The name beside the marker that is looked at; the chosen one keeps its own. */
  showName(marker) {
    if (this.nameLabel) { this.nameLabel.remove(); this.nameLabel = null; }
    const looked = marker || this.points.markers.get(`chosen${this.chosen}`);
    if (!looked) return;
    const name = looked.group.count === 1 ? this.names.get(looked.group.index) : this.say('group', looked.group.count);
    if (!name) return;
    const label = document.createElement('span');
    label.textContent = name;
    const rise = looked.group.count === 1 && this.points.exact[looked.group.index] ? -30 : -18;
    this.nameLabel = L.tooltip({ permanent: true, direction: 'top', offset: [0, rise], className: 'name', opacity: 1 })
      .setLatLng(looked.getLatLng()).setContent(label).addTo(this.map);
  }

  say(word, count) {
    return this.look.words[word].replace('{count}', () => count.toLocaleString(`${this.look.language}-CA`));
  }

  drawn() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.bridge && !this.grounds.some((layer) => layer.isLoading())) this.bridge.drawn();
    }, 40);
  }
}
