/* Opens the list of several listings on one spot, over the map. Names are only ever set as text. */
'use strict';

(function () {
  /* rows: [{name, isChosen, activate}]; words: {title, close}; `closed` is told when it is gone again. */
  window.SpotList = class {
    constructor(map, rows, words, closed) {
      this.map = map;
      this.closed = closed;
      this.list = element('ul', 'spot');
      for (const row of rows) this.list.append(this.item(row));
      const close = element('button', 'spot-close', '×');
      close.type = 'button';
      close.setAttribute('aria-label', words.close);
      close.title = words.close;
      close.addEventListener('click', () => this.close());
      this.panel = element('div', 'spot-panel');
      this.panel.setAttribute('role', 'dialog');
      this.panel.setAttribute('aria-label', words.title);
      this.panel.append(element('p', 'spot-title', words.title), close, this.list);
      this.panel.addEventListener('keydown', (event) => this.pressed(event));
      L.DomEvent.disableClickPropagation(this.panel);
      L.DomEvent.disableScrollPropagation(this.panel);
      map.getContainer().append(this.panel);
      map.once('click movestart', this.close, this);
      this.list.querySelector('button').focus({ preventScroll: true });
    }

    item(row) {
      const button = element('button', '', row.name);
      button.type = 'button';
      if (row.isChosen) button.setAttribute('aria-current', 'true');
      button.addEventListener('click', row.activate);
      const item = element('li');
      item.append(button);
      return item;
    }

    close() {
      if (!this.panel) return;
      const hadFocus = this.panel.contains(document.activeElement);
      this.map.off('click movestart', this.close, this);
      this.panel.remove();
      this.panel = null;
      this.closed(hadFocus);
    }

    pressed(event) {
      const buttons = [...this.list.querySelectorAll('button')];
      const at = buttons.indexOf(document.activeElement);
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
      else if (next === undefined) return;
      else buttons[Math.max(0, Math.min(buttons.length - 1, next))].focus();
      event.preventDefault();
    }
  };

  function element(kind, className = '', text = '') {
    const made = document.createElement(kind);
    made.className = className;
    made.textContent = text;
    return made;
  }
})();
