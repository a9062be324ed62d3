using System.Data.Common;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Search;

/// <summary>A database that answers the same searches.</summary>
internal abstract class Peer : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>Seconds that loading and indexing took.</summary>
    public double BuildSeconds { get; protected set; }

    protected abstract DbConnection Connection { get; }

    protected abstract PeerDialect DialectOf(SearchQuery query);

    /// <summary>Runs the search, reads the whole answer and returns the number of pairs.</summary>
    public long Run(SearchQuery query)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = PeerSql.For(query, DialectOf(query));
        command.CommandTimeout = 120;
        using var reader = command.ExecuteReader();
        var pairs = 0L;
        while (reader.Read())
        {
            if (reader.GetString(0) == "pairs")
            {
                pairs = reader.GetInt64(2);
            }
        }

        return pairs;
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The words and phrases of a kept query, which joins them by AND.</summary>
    protected static IEnumerable<QueryNode> Parts(QueryNode node) => node is AndNode and ? and.Parts : [node];
}
