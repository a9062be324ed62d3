using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Shared;

/// <summary>The sentence about the data's origin, read again only when the index has changed.</summary>
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

        var basis = await DataBasis.ReadAsync(store, cancel);
        _known = new Known(index, basis);
        return basis;
    }

    private sealed record Known(SearchIndex Of, DataBasis Basis);
}
