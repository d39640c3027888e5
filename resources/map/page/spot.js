/* Opens the list of several listings on one spot. Names are only ever set as text. */
'use strict';

(function () {
  /* rows: [{name, isChosen, activate}]; words: {title, close, closed}. */
  window.openSpotList = (map, place, rows, words) => {
    const list = element('ul', 'spot');
    for (const row of rows) {
      const button = element('button', '', row.name);
      button.type = 'button';
      if (row.isChosen) button.setAttribute('aria-current', 'true');
      button.addEventListener('click', row.activate);
      const item = element('li');
      item.append(button);
      list.append(item);
    }
    const close = element('button', 'spot-close', '×');
    close.type = 'button';
    close.setAttribute('aria-label', words.close);
    close.addEventListener('click', () => map.closePopup());
    const content = element('div');
    content.setAttribute('role', 'dialog');
    content.setAttribute('aria-label', words.title);
    content.append(element('p', 'spot-title', words.title), list, close);
    content.addEventListener('keydown', (event) => pressed(event, map, list));
    const width = Math.min(320, map.getSize().x - 60);
    const look = { closeButton: false, maxWidth: width, minWidth: Math.min(200, width), autoPanPadding: [12, 12] };
    const popup = L.popup(look).setLatLng(place).setContent(content);
    popup.on('remove', words.closed);
    popup.openOn(map);
    list.querySelector('button').focus({ preventScroll: true });
  };

  function element(kind, className = '', text = '') {
    const made = document.createElement(kind);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function pressed(event, map, list) {
    const buttons = [...list.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') map.closePopup();
    else if (next === undefined) return;
    else buttons[Math.max(0, Math.min(buttons.length - 1, next))].focus();
    event.preventDefault();
    event.stopPropagation();
  }
})();
