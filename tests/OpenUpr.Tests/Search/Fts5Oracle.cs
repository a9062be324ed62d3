using System.Globalization;
using Microsoft.Data.Sqlite;
using OpenUpr.Search;
using OpenUpr.Search.Text;

namespace OpenUpr.Tests.Search;

/// <summary>SQLite's FTS5 over the same texts (porter unicode61): the judge of what a word, a phrase and a prefix match.</summary>
public sealed class Fts5Oracle : IDisposable
{
    private readonly SqliteConnection _db = new("Data Source=:memory:");

    public Fts5Oracle(IEnumerable<string> texts)
    {
        _db.Open();
        Run("CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'porter unicode61'); CREATE VIRTUAL TABLE v USING fts5vocab(f, row);");
        using var transaction = _db.BeginTransaction();
        using var insert = _db.CreateCommand();
        insert.CommandText = "INSERT INTO f(t) VALUES ($t)";
        var text = insert.Parameters.Add("$t", SqliteType.Text);
        foreach (var t in texts)
        {
            text.Value = t;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public int Count(QueryNode node) => Count(Write(node));

    public int Count(string query)
    {
        using var command = _db.CreateCommand();
        command.CommandText = "SELECT count(*) FROM f WHERE f MATCH $q";
        command.Parameters.AddWithValue("$q", query);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Every stem with the number of texts that hold it.</summary>
    public Dictionary<string, int> Stems()
    {
        using var command = _db.CreateCommand();
        command.CommandText = "SELECT term, doc FROM v";
        using var reader = command.ExecuteReader();
        var stems = new Dictionary<string, int>();
        while (reader.Read())
        {
            stems.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return stems;
    }

    public void Dispose() => _db.Dispose();

    /// <summary>The same expression in FTS5's language. FTS5 knows NOT only between two parts.</summary>
    private static string Write(QueryNode node) => node switch
    {
        WordNode word => $"\"{word.Word}\"",
        PrefixNode prefix => $"\"{prefix.Prefix}\" *",
        PhraseNode phrase => $"\"{string.Join(' ', phrase.Words)}\"",
        AndNode { Parts: [var part, NotNode not] } => $"({Write(part)} NOT {Write(not.Part)})",
        AndNode and => $"({string.Join(" AND ", and.Parts.Select(Write))})",
        OrNode or => $"({string.Join(" OR ", or.Parts.Select(Write))})",
        _ => throw new NotSupportedException(node.ToString()),
    };

    private void Run(string sql)
    {
        using var command = _db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
