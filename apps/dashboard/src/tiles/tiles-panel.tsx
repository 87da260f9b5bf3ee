import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';

import { type Position } from '../api/answers.js';
import { Figure, Phrases } from '../format/figure-view.js';
import { Answered } from '../panel/answered.js';
import { Boundary } from '../panel/boundary.js';
import { Freshness } from '../panel/freshness-line.js';
import { GaugeBar } from './gauge-bar.js';
import { type Tile } from './tile.js';
import { tilesOf } from './tiles.js';

const PLACES = 6;

/** The six headline figures. */
export function TilesPanel({ query }: { readonly query: UseQueryResult<Position> }): ReactNode {
  return (
    <section className="tiles-panel" aria-label="Headline figures" aria-busy={query.isPending}>
      <Boundary>
        <Answered query={query} placeholder={<EmptyTiles />}>
          {(position) => (
            <dl className="tiles">
              {tilesOf(position).map((tile) => (
                <TileView key={tile.key} tile={tile} />
              ))}
            </dl>
          )}
        </Answered>
      </Boundary>
      <Freshness query={query} metaOf={({ meta }) => meta} />
    </section>
  );
}

function EmptyTiles(): ReactNode {
  return (
    <div className="tiles">
      {Array.from({ length: PLACES }, (_, index) => (
        <div key={index} className="tile skeleton" />
      ))}
    </div>
  );
}

function TileView({ tile }: { readonly tile: Tile }): ReactNode {
  const { key, label, digits, unit, exact, note, tone, gauge } = tile;
  const figure = (
    <>
      {digits}
      {unit !== '' && <small> {unit}</small>}
    </>
  );
  return (
    <div className="tile" data-tile={key} data-tone={tone}>
      <dt>{label}</dt>
      <dd className="tile-figure">
        {exact === undefined ? figure : <Figure exact={exact}>{figure}</Figure>}
      </dd>
      <dd className="tile-note">
        <Phrases phrases={note} />
      </dd>
      {gauge !== undefined && (
        <dd className="tile-gauge" aria-hidden="true">
          <GaugeBar gauge={gauge} />
        </dd>
      )}
    </div>
  );
}
