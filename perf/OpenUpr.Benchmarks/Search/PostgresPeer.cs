using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Search;

/// <summary>PostgreSQL with a GIN index over the English text vector; lists are arrays.</summary>
internal sealed class PostgresPeer : Peer
{
    private const string Schema = """
        DROP TABLE IF EXISTS docs;
        CREATE UNLOGGED TABLE docs(id BIGINT PRIMARY KEY, text_id BIGINT, sur TEXT, rs TEXT, sur_group TEXT, rs_group TEXT, response TEXT, action INT, session INT, cycle INT, kind TEXT, text TEXT, sur_orgs TEXT[], rs_orgs TEXT[], issues TEXT[],
            tsv TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', text)) STORED);
        """;

    private const string Indexes = """
        CREATE INDEX ON docs USING GIN (tsv) WITH (fastupdate = off);
        CREATE INDEX ON docs USING GIN (issues);
        CREATE INDEX ON docs (sur); CREATE INDEX ON docs (rs); CREATE INDEX ON docs (session);
        VACUUM ANALYZE docs;
        """;

    private readonly NpgsqlConnection _db;

    private PostgresPeer(string address) => _db = new NpgsqlConnection(StoreLocation.Parse(null, address).PostgresConnection);

    public override string Name => "PostgreSQL 15";

    protected override DbConnection Connection => _db;

    public static PostgresPeer Build(string address, IEnumerable<PeerRow> rows)
    {
        var peer = new PostgresPeer(address);
        peer._db.Open();
        peer.BuildSeconds = Timings.Once(() => peer.Load(rows)) / 1000;
        return peer;
    }

    protected override PeerDialect DialectOf(SearchQuery query)
    {
        var words = query.Expression is { } expression ? string.Join(" && ", Parts(expression).Select(Write)) : null;
        return new PeerDialect(
            "docs d",
            words is null ? null : $"d.tsv @@ ({words})",
            words is null ? "-d.session" : $"-ts_rank(d.tsv, {words})",
            (source, column) => $"(SELECT base_row.*, unnest(base_row.{column}) AS value FROM {source} AS base_row) AS listed",
            values => $"d.issues && ARRAY[{values}]",
            GroupsAtOnce: true);
    }

    private static string Write(QueryNode node) => node switch
    {
        WordNode word => $"plainto_tsquery('english', '{word.Word}')",
        PhraseNode phrase => $"phraseto_tsquery('english', '{string.Join(' ', phrase.Words)}')",
        _ => throw new NotSupportedException(node.ToString()),
    };

    private void Load(IEnumerable<PeerRow> rows)
    {
        Execute(Schema);
        using (var copy = _db.BeginBinaryImport("COPY docs (id, text_id, sur, rs, sur_group, rs_group, response, action, session, cycle, kind, text, sur_orgs, rs_orgs, issues) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                var r = row.Row;
                copy.StartRow();
                copy.Write(r.Id, NpgsqlDbType.Bigint);
                copy.Write(r.TextId, NpgsqlDbType.Bigint);
                copy.Write(r.Sur, NpgsqlDbType.Text);
                copy.Write(r.Rs, NpgsqlDbType.Text);
                copy.Write(row.SurGroup, NpgsqlDbType.Text);
                copy.Write(row.RsGroup, NpgsqlDbType.Text);
                copy.Write(row.Response, NpgsqlDbType.Text);
                copy.Write(r.Action, NpgsqlDbType.Integer);
                copy.Write(r.Session, NpgsqlDbType.Integer);
                copy.Write(row.Cycle, NpgsqlDbType.Integer);
                copy.Write(row.Kind, NpgsqlDbType.Text);
                copy.Write(r.Text, NpgsqlDbType.Text);
                copy.Write(row.SurOrgs.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                copy.Write(row.RsOrgs.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                copy.Write(r.Issues.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
            }

            copy.Complete();
        }

        foreach (var statement in Indexes.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Execute(statement);
        }
    }

    private void Execute(string sql)
    {
        using var command = _db.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
