/**
 * Moves the shard's head by compare-and-swap and inserts everything else, or does nothing.
 *
 * Locks the shard's head row first and no other shard's rows, so it cannot deadlock; nothing depends
 * on a row count of ON CONFLICT, and each insert from arrays is driven by the head row, so that the
 * same text is one local task on Citus. `p_counts`: records, accepted, duplicates, quarantined,
 * forwarded. Arrays may be empty, never NULL; `p_seen` has one row per (source, epoch, chunk).
 */
export const APPEND_SEGMENT = `
create function ledger.append_segment(
  p_shard int, p_seq bigint, p_first bigint, p_next bigint, p_prev bytea, p_chain bytea,
  p_tail_offset bigint, p_tail_crc bigint, p_counts int[], p_min timestamptz, p_max timestamptz,
  p_format smallint, p_raw_bytes int, p_digests bytea, p_body bytea,
  p_lines int, p_days datemultirange, p_delta bytea,
  p_source_uri text[], p_series_digest bytea[], p_series_attrs jsonb[],
  p_seen_source int[], p_seen_epoch numeric[], p_seen_chunk bigint[], p_seen int8multirange[],
  p_id_keys int, p_id_entries bytea, p_id_filter bytea,
  p_q_offset bigint[], p_q_ord int[], p_q_code text[], p_q_detail text[], p_q_raw bytea[],
  p_private_ord int[], p_private_salt bytea[], p_private_value bytea[])
returns table (status text, at timestamptz, detail jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  h ledger.shard_head;
  v_at timestamptz;
  v_detail jsonb;
begin
  -- All writers of the shard queue here.
  select * into h from ledger.shard_head where shard = p_shard for update;
  if h.next_seq > p_seq then
    -- The same call again after a lost reply?
    select s.recorded_at into v_at from ledger.segment s
      where s.shard = p_shard and s.seq = p_seq and s.chain = p_chain;
    if found then
      return query select 'DONE', v_at, null::jsonb;
      return;
    end if;
  end if;
  if h.shard is null or h.halted is not null then
    return query select 'HALTED', h.recorded_at, to_jsonb(h.halted);
    return;
  end if;
  if h.next_seq <> p_seq or h.next_offset <> p_first or h.chain <> p_prev or p_next <= p_first then
    return query select 'STALE', h.recorded_at,
      jsonb_build_object('nextOffset', h.next_offset, 'nextSeq', h.next_seq);
    return;
  end if;
  if cardinality(p_seen) > 0 then
    select jsonb_agg(jsonb_build_object('source', s.source_no, 'epoch', s.epoch, 'chunk', s.chunk,
        'overlap', (s.seen * x.seen)::text)) into v_detail
      from ledger.source_state s
      join unnest(p_seen_source, p_seen_epoch, p_seen_chunk, p_seen) x(source_no, epoch, chunk, seen)
        on s.source_no = x.source_no and s.epoch = x.epoch and s.chunk = x.chunk
      where s.shard = p_shard and s.seen && x.seen;
  end if;
  if v_detail is not null then
    return query select 'OVERLAP', h.recorded_at, v_detail;
    return;
  end if;
  v_at := greatest(clock_timestamp(), h.recorded_at + interval '1 microsecond');
  update ledger.shard_head set next_offset = p_next, next_seq = p_seq + 1, chain = p_chain,
    recorded_at = v_at, tail_offset = p_tail_offset, tail_crc = p_tail_crc,
    next_source = h.next_source + cardinality(p_source_uri),
    next_series = h.next_series + cardinality(p_series_digest)
    where shard = p_shard;
  insert into ledger.segment values (p_shard, p_seq, h.incarnation, v_at, p_first, p_next,
    p_counts[1], p_counts[2], p_counts[3], p_counts[4], p_counts[5],
    p_min, p_max, p_format, p_raw_bytes, p_digests, p_chain, p_body);
  insert into ledger.bucket_delta values (p_shard, p_seq, p_lines, p_days, p_delta);
  if p_id_keys > 0 then
    insert into ledger.id_run
      values (p_shard, 0, p_seq, 0, p_seq, p_id_keys, p_id_entries, p_id_filter);
  end if;
  if cardinality(p_source_uri) > 0 then
    insert into ledger.source
      select g.shard, h.next_source + x.n::int - 1, x.uri, p_seq
      from ledger.shard_head g, unnest(p_source_uri) with ordinality x(uri, n)
      where g.shard = p_shard;
  end if;
  if cardinality(p_series_digest) > 0 then
    insert into ledger.series
      select g.shard, h.next_series + x.n::int - 1, x.digest, x.attrs, p_seq
      from ledger.shard_head g,
        unnest(p_series_digest, p_series_attrs) with ordinality x(digest, attrs, n)
      where g.shard = p_shard;
  end if;
  if cardinality(p_seen) > 0 then
    insert into ledger.source_state as s
      select g.shard, x.source_no, x.epoch, x.chunk, x.seen
      from ledger.shard_head g,
        unnest(p_seen_source, p_seen_epoch, p_seen_chunk, p_seen) x(source_no, epoch, chunk, seen)
      where g.shard = p_shard
      on conflict (shard, source_no, epoch, chunk) do update set seen = s.seen + excluded.seen;
    insert into ledger.source_span
      select g.shard, x.source_no, x.epoch, p_seq, min(x.chunk * 1048576.0 + lower(x.seen)),
        max(x.chunk * 1048576.0 + upper(x.seen))
      from ledger.shard_head g,
        unnest(p_seen_source, p_seen_epoch, p_seen_chunk, p_seen) x(source_no, epoch, chunk, seen)
      where g.shard = p_shard
      group by 1, 2, 3;
  end if;
  if cardinality(p_q_code) > 0 then
    insert into ledger.quarantine
      select g.shard, p_seq, x.n, x.off, x.ord, x.code, x.detail, x.raw
      from ledger.shard_head g,
        unnest(p_q_offset, p_q_ord, p_q_code, p_q_detail, p_q_raw)
          with ordinality x(off, ord, code, detail, raw, n)
      where g.shard = p_shard;
  end if;
  if cardinality(p_private_ord) > 0 then
    insert into ledger.private_value
      select g.shard, p_seq, x.ord, x.salt, x.value
      from ledger.shard_head g,
        unnest(p_private_ord, p_private_salt, p_private_value) x(ord, salt, value)
      where g.shard = p_shard;
  end if;
  return query select 'OK', v_at, null::jsonb;
end $$`;

export const DROP_APPEND_SEGMENT = 'drop function ledger.append_segment';
