/* Says how the map is painted: one style for the map that ships and for any Protomaps v4 street map. */
'use strict';

(function () {
  const P = window.protomapsL;
  const FONT = 'system-ui, "Segoe UI", "Noto Sans", "Helvetica Neue", "DejaVu Sans", sans-serif';

  const kind = (feature) => feature.props.kind;
  const isPoint = (feature) => feature.geomType === 1;
  const isLine = (feature) => feature.geomType === 2;
  const isPolygon = (feature) => feature.geomType === 3;
  const isOneOf = (...kinds) => {
    const set = new Set(kinds);
    return (zoom, feature) => set.has(kind(feature));
  };
  const shownAt = (zoom, feature, otherwise = 0) => {
    const least = feature.props.min_zoom;
    return zoom >= (typeof least === 'number' ? Math.floor(least) : otherwise);
  };

  const area = (dataLayer, fill, filter, zooms = {}) => ({
    dataLayer,
    symbolizer: new P.PolygonSymbolizer({ fill, perFeature: typeof fill === 'function' }),
    filter,
    ...zooms,
  });
  const line = (dataLayer, stroke, filter, zooms = {}) => ({
    dataLayer,
    symbolizer: new P.LineSymbolizer({ lineCap: 'round', lineJoin: 'round', ...stroke }),
    filter,
    ...zooms,
  });

  const highwayWidth = P.exp(1.5, [[4, 0.5], [7, 1.3], [10, 2.1], [13, 3], [15, 5.5], [18, 18]]);
  const majorWidth = P.exp(1.5, [[6, 0.4], [9, 1.1], [12, 2.4], [15, 6], [18, 20]]);
  const minorWidth = P.exp(1.5, [[12, 0.5], [14, 2], [16, 6], [18, 14]]);
  const ramp = (feature) => (feature.props.is_link ? 0.55 : 1);
  const riverWidth = (zoom, feature) => {
    const least = feature.props.min_zoom || 6;
    return Math.max(0.6, Math.min(6, 0.5 + (zoom - least) * 0.28));
  };
  const isRiver = (zoom, feature) =>
    isLine(feature) && (kind(feature) === 'stream' ? zoom >= 14 : shownAt(zoom, feature, 10));

  const highway = isOneOf('highway');
  const major = isOneOf('major_road', 'medium_road');
  const minor = isOneOf('minor_road');
  const PARKS = isOneOf('park', 'national_park', 'nature_reserve', 'protected_area', 'cemetery', 'golf_course',
    'village_green', 'playground', 'allotments', 'recreation_ground', 'garden', 'zoo');
  const WOODS = isOneOf('forest', 'wood', 'scrub', 'grassland', 'grass', 'meadow', 'orchard');
  const INSTITUTIONS = isOneOf('hospital', 'school', 'university', 'college', 'kindergarten');

  /* The fills and lines, from the ground up. */
  window.paintRulesOf = (colours) => {
    const cover = {
      urban_area: colours.urban, farmland: colours.farm, glacier: colours.ice,
      grassland: colours.wood, scrub: colours.wood, forest: colours.wood, barren: colours.sand,
    };
    return [
      area('earth', colours.land, (zoom, feature) => isPolygon(feature)),
      area('landcover', (zoom, feature) => cover[kind(feature)] || colours.wood, (zoom, feature) => isPolygon(feature)),
      area('landuse', colours.park, PARKS, { minzoom: 8 }),
      area('landuse', colours.wood, WOODS, { minzoom: 8 }),
      area('landuse', colours.institution, INSTITUTIONS, { minzoom: 12 }),
      area('landuse', colours.sand, isOneOf('sand', 'beach'), { minzoom: 10 }),
      area('landuse', colours.ice, isOneOf('glacier')),
      area('landuse', colours.urban, isOneOf('residential', 'commercial', 'industrial'), { minzoom: 8 }),
      line('water', { color: colours.water, width: riverWidth, perFeature: true }, isRiver, { minzoom: 3 }),
      area('water', colours.water, (zoom, feature) => isPolygon(feature)),
      area('buildings', colours.building, (zoom, feature) => isPolygon(feature), { minzoom: 15 }),
      line('roads', { color: colours.path, width: 1, dash: [2, 2], dashColor: colours.path, dashWidth: 1 },
        isOneOf('path'), { minzoom: 15 }),
      line('roads', { color: colours.minor_edge, width: (zoom) => minorWidth(zoom) + 1 }, minor, { minzoom: 13 }),
      line('roads', { color: colours.major_edge, width: (zoom) => majorWidth(zoom) + 1.2 }, major, { minzoom: 7 }),
      line('roads', { color: colours.highway_edge, width: (zoom, feature) => highwayWidth(zoom) * ramp(feature) + 1.2,
        perFeature: true }, highway, { minzoom: 4 }),
      line('roads', { color: colours.minor, width: (zoom) => minorWidth(zoom) }, minor, { minzoom: 12 }),
      line('roads', { color: colours.major, width: (zoom) => majorWidth(zoom) }, major, { minzoom: 7 }),
      line('roads', { color: colours.highway, width: (zoom, feature) => highwayWidth(zoom) * ramp(feature),
        perFeature: true }, highway, { minzoom: 4 }),
      line('roads', { color: colours.rail, width: P.exp(1.5, [[5, 0.4], [9, 0.9], [14, 1.4]]) },
        isOneOf('rail'), { minzoom: 6 }),
      line('roads', { color: colours.ferry, width: 1, dash: [4, 3] }, isOneOf('ferry'), { minzoom: 8 }),
      line('boundaries', { color: colours.region, width: P.exp(1.4, [[3, 0.6], [8, 1.1]]), dash: [4, 2] },
        (zoom, feature) => (feature.props.kind_detail || 4) > 2 && (feature.props.kind_detail || 4) <= 4,
        { minzoom: 3 }),
      line('boundaries', { color: colours.country, width: P.exp(1.4, [[2, 0.8], [5, 1.3], [10, 2.2]]) },
        (zoom, feature) => (feature.props.kind_detail || 2) <= 2),
    ];
  };

  /* The names, the most telling first: a name that would cover one already placed is left out. */
  window.labelRulesOf = (colours, language, scale) => {
    const names = [`name:${language}`, 'name'];
    const shortNames = [`ref:${language}`, 'ref', ...names];
    const font = (style, size) => `${style} ${Math.round(size * scale)}px ${FONT}`;
    const rank = (feature) => (feature && feature.props.population_rank) || 0;
    const bold = (feature) => rank(feature) >= 10 || (feature && feature.props.capital);
    const townFont = (zoom, feature) => {
      const size = rank(feature) >= 13 ? 15 : rank(feature) >= 12 ? 14 : rank(feature) >= 10 ? 13 : 12;
      return font(bold(feature) ? 600 : 400, size + (zoom >= 8 ? 1 : 0));
    };
    const largestFirst = (one, other) =>
      (other.capital === 'yes') - (one.capital === 'yes')
      || (one.min_zoom || 9) - (other.min_zoom || 9)
      || (other.population_rank || 0) - (one.population_rank || 0)
      || (other.population || 0) - (one.population || 0);
    const text = (look) => new P.CenteredTextSymbolizer({
      labelProps: names, stroke: colours.halo, width: 2, lineHeight: 1.15, ...look,
    });
    const town = (filter) => ({
      dataLayer: 'places',
      symbolizer: new TownSymbolizer({
        names, font: townFont, radius: (zoom, feature) => (zoom >= 10 ? 0 : bold(feature) ? 3.4 : 2.6),
        dot: colours.town_dot, fill: colours.text, halo: colours.halo,
      }),
      filter: (zoom, feature) => kind(feature) === 'locality' && shownAt(zoom, feature) && filter(feature),
      sort: largestFirst,
    });
    const early = (feature) => (feature.props.min_zoom || 9) <= 4.9;
    return [
      // Large towns stand before the names of provinces, or Montréal vanishes behind Québec.
      town(early),
      {
        dataLayer: 'places', maxzoom: 5,
        symbolizer: text({ fill: colours.country, textTransform: 'uppercase', letterSpacing: 1.5,
          font: (zoom) => font(600, zoom < 4 ? 13 : 16) }),
        filter: (zoom, feature) => kind(feature) === 'country',
      },
      {
        dataLayer: 'places', minzoom: 4, maxzoom: 7,
        symbolizer: text({ fill: colours.region_text, letterSpacing: 0.6,
          labelProps: (zoom) => (zoom < 5 ? shortNames : names),
          font: (zoom) => font(600, zoom < 5 ? 12 : 13) }),
        filter: (zoom, feature) => kind(feature) === 'region' && shownAt(zoom, feature),
      },
      town((feature) => !early(feature)),
      {
        dataLayer: 'places', minzoom: 13,
        symbolizer: text({ fill: colours.region_text, font: font(500, 12) }),
        filter: isOneOf('neighbourhood', 'macrohood'),
        sort: largestFirst,
      },
      {
        dataLayer: 'water',
        symbolizer: text({ fill: colours.water_text, stroke: colours.water, width: 1.5, letterSpacing: 0.5,
          font: (zoom, feature) => font('italic 400', feature && kind(feature) === 'ocean' ? 14 : 12) }),
        filter: (zoom, feature) => isPoint(feature) && shownAt(zoom, feature),
      },
      {
        dataLayer: 'water', minzoom: 6,
        symbolizer: new P.LineLabelSymbolizer({ labelProps: names, fill: colours.water_text,
          font: font('italic 400', 11), stroke: colours.land, width: 2, repeatDistance: 500 }),
        filter: (zoom, feature) => isLine(feature) && (feature.props.min_zoom || 9) + 1.5 <= zoom,
      },
      {
        dataLayer: 'roads', minzoom: 7,
        symbolizer: new P.ShieldSymbolizer({ labelProps: ['shield_text', 'ref'], fill: colours.shield_text,
          background: colours.shield, padding: 2, font: font(600, 10) }),
        filter: (zoom, feature) => (kind(feature) === 'highway' || (kind(feature) === 'major_road' && zoom >= 9))
          && Boolean(feature.props.ref || feature.props.shield_text),
      },
      {
        dataLayer: 'roads', minzoom: 13,
        symbolizer: new P.LineLabelSymbolizer({ labelProps: names, fill: colours.road_text, font: font(500, 12),
          stroke: colours.halo, width: 3 }),
        filter: isOneOf('major_road', 'highway'),
      },
      {
        dataLayer: 'roads', minzoom: 15,
        symbolizer: new P.LineLabelSymbolizer({ labelProps: names, fill: colours.road_text, font: font(400, 11),
          stroke: colours.halo, width: 3 }),
        filter: minor,
      },
      {
        dataLayer: 'pois', minzoom: 16,
        symbolizer: text({ fill: colours.road_text, font: font(400, 11) }),
        filter: isOneOf('hospital', 'library', 'school', 'university', 'community_centre', 'townhall', 'park',
          'station', 'bus_station', 'clinic', 'pharmacy'),
      },
    ];
  };
})();
