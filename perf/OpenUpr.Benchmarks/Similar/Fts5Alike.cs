using Microsoft.Data.Sqlite;
using OpenUpr.Search;
using OpenUpr.Search.Text;

namespace OpenUpr.Benchmarks.Similar;

/// <summary>SQLite FTS5 asked for what is like a text: any of its words, ordered by bm25.</summary>
internal sealed class Fts5Alike : IDisposable
{
    private readonly SqliteConnection _db = new("Data Source=:memory:");

    public Fts5Alike(IEnumerable<IndexRow> texts)
    {
        _db.Open();
        Execute("CREATE VIRTUAL TABLE f USING fts5(text, tokenize = 'porter unicode61')");
        using var transaction = _db.BeginTransaction();
        using var insert = _db.CreateCommand();
        insert.CommandText = "INSERT INTO f(rowid, text) VALUES (@id, @text)";
        var (id, text) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@text", SqliteType.Text));
        foreach (var row in texts)
        {
            (id.Value, text.Value) = (row.TextId, row.Text);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Execute("INSERT INTO f(f) VALUES ('optimize')");
    }

    /// <summary>The ten best texts.</summary>
    public List<long> Find(string text)
    {
        using var command = _db.CreateCommand();
        command.CommandText = "SELECT rowid FROM f WHERE f MATCH @words ORDER BY bm25(f), rowid LIMIT 10";
        command.Parameters.AddWithValue("@words", string.Join(" OR ", Tokenizer.Words(text).Distinct().Select(w => $"\"{w}\"")));
        using var reader = command.ExecuteReader();
        var found = new List<long>();
        while (reader.Read())
        {
            found.Add(reader.GetInt64(0));
        }

        return found;
    }

    public void Dispose() => _db.Dispose();

    private void Execute(string sql)
    {
        using var command = _db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
