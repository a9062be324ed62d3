using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Shared;

/// <summary>
/// The sentence about the data's origin, read again only when the index has changed. While the database is away it is
/// the last one: pages that need nothing else, the error page among them, are still made.
/// </summary>
public sealed class DataNote(Store store, LiveIndex live)
{
    /// <summary>Replaced as a whole: readers of other threads see an index with its own basis or the pair before.</summary>
    private volatile Known? _known;

    public async Task<DataBasis> ReadAsync(CancellationToken cancel)
    {
        var index = live.Current;
        if (_known is { } known && ReferenceEquals(known.Of, index))
        {
            return known.Basis;
        }

        try
        {
            var basis = await DataBasis.ReadAsync(store, cancel);
            _known = new Known(index, basis);
            return basis;
        }
        catch (Exception e) when (StoreException.DatabaseFailure(e) is not null)
        {
            return _known?.Basis ?? new DataBasis([], null, []);
        }
    }

    private sealed record Known(SearchIndex Of, DataBasis Basis);
}
