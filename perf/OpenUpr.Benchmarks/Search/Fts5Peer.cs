using System.Data.Common;
using Microsoft.Data.Sqlite;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Search;

/// <summary>SQLite with FTS5 (porter unicode61) over a table of wide rows; lists in tables of their own.</summary>
internal sealed class Fts5Peer : Peer
{
    private const string Schema = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA mmap_size = 2000000000; PRAGMA temp_store = MEMORY;
        CREATE TABLE docs(id INTEGER PRIMARY KEY, text_id INTEGER, sur TEXT, rs TEXT, sur_group TEXT, rs_group TEXT, response TEXT, action INTEGER, session INTEGER, cycle INTEGER, kind TEXT, text TEXT);
        CREATE TABLE issues(doc INTEGER, value TEXT, PRIMARY KEY(doc, value)) WITHOUT ROWID;
        CREATE TABLE sur_orgs(doc INTEGER, value TEXT, PRIMARY KEY(doc, value)) WITHOUT ROWID;
        CREATE TABLE rs_orgs(doc INTEGER, value TEXT, PRIMARY KEY(doc, value)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE f USING fts5(text, content = 'docs', content_rowid = 'id', tokenize = 'porter unicode61');
        """;

    private readonly SqliteConnection _db;

    private Fts5Peer(string path) => _db = new SqliteConnection($"Data Source={path};Pooling=False");

    public override string Name => "SQLite FTS5";

    protected override DbConnection Connection => _db;

    public static Fts5Peer Build(string path, IEnumerable<PeerRow> rows)
    {
        File.Delete(path);
        var peer = new Fts5Peer(path);
        peer._db.Open();
        peer.BuildSeconds = Timings.Once(() => peer.Load(rows)) / 1000;
        return peer;
    }

    protected override PeerDialect DialectOf(SearchQuery query)
    {
        string? match = query.Expression is { } expression ? $"f MATCH '{string.Join(" AND ", Parts(expression).Select(Write))}'" : null;
        return new PeerDialect(
            match is null ? "docs d" : "f JOIN docs d ON d.id = f.rowid",
            match,
            match is null ? "-d.session" : "bm25(f)",
            (source, column) => $"{source} JOIN {column} ON {column}.doc = {source}.id",
            values => $"EXISTS (SELECT 1 FROM issues i WHERE i.doc = d.id AND i.value IN ({values}))",
            GroupsAtOnce: false);
    }

    private static string Write(QueryNode node) => node switch
    {
        WordNode word => $"\"{word.Word}\"",
        PhraseNode phrase => $"\"{string.Join(' ', phrase.Words)}\"",
        _ => throw new NotSupportedException(node.ToString()),
    };

    private void Load(IEnumerable<PeerRow> rows)
    {
        Execute(Schema);
        using (var transaction = _db.BeginTransaction())
        {
            var insert = Insert("docs", 12);
            var (issue, sur, rs) = (Insert("issues", 2), Insert("sur_orgs", 2), Insert("rs_orgs", 2));
            foreach (var row in rows)
            {
                var r = row.Row;
                Put(insert, r.Id, r.TextId, r.Sur, r.Rs, row.SurGroup, row.RsGroup, row.Response, r.Action, r.Session, row.Cycle, row.Kind, r.Text);
                PutAll(issue, r.Id, r.Issues);
                PutAll(sur, r.Id, row.SurOrgs);
                PutAll(rs, r.Id, row.RsOrgs);
            }

            transaction.Commit();
        }

        Execute("INSERT INTO f(f) VALUES ('rebuild'); INSERT INTO f(f) VALUES ('optimize');");
        Execute("CREATE INDEX docs_sur ON docs(sur); CREATE INDEX docs_rs ON docs(rs); CREATE INDEX docs_session ON docs(session); ANALYZE;");
    }

    private SqliteCommand Insert(string table, int columns)
    {
        var command = _db.CreateCommand();
        command.CommandText = $"INSERT OR IGNORE INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"@p{i}"))})";
        for (var i = 0; i < columns; i++)
        {
            command.Parameters.Add(new SqliteParameter($"@p{i}", null));
        }

        return command;
    }

    private static void Put(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static void PutAll(SqliteCommand command, long id, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Put(command, id, value);
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
