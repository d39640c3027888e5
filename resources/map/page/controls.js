/* What stands at the edges of the map: scale, credit, and the button that shows everything found. */
'use strict';

(function () {
  window.addControls = (map, options, showAll) => {
    L.control.scale({ position: 'topright', imperial: false, maxWidth: 100 * options.look.text_scale }).addTo(map);
    put(map, 'bottomright', () => {
      const line = L.DomUtil.create('div', 'credit');
      line.textContent = options.credits.join(' · ');
      return line;
    });
    put(map, 'topleft', () => showAllButton(showAll));
  };

  function put(map, position, make) {
    const control = L.control({ position });
    control.onAdd = make;
    control.addTo(map);
  }

  function showAllButton(showAll) {
    const bar = L.DomUtil.create('div', 'leaflet-bar');
    const button = L.DomUtil.create('a', 'show-all', bar);
    button.href = '#';
    button.setAttribute('role', 'button');
    const svg = 'http://www.w3.org/2000/svg';
    const picture = document.createElementNS(svg, 'svg');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('aria-hidden', 'true');
    const corners = document.createElementNS(svg, 'path');
    corners.setAttribute('d', 'M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5');
    picture.append(corners);
    button.append(picture);
    L.DomEvent.on(button, 'click', (event) => { L.DomEvent.stop(event); showAll(); });
    L.DomEvent.disableClickPropagation(bar);
    return bar;
  }
})();
