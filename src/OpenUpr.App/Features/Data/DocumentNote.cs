using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Data;

/// <summary>What the documents of the store hold. Counting it reads every recommendation, so it is done once for each state of the index.</summary>
public sealed class DocumentNote(Store store, LiveIndex live)
{
    private volatile Known? _known;

    public async Task<IReadOnlyList<StoredDocument>> ReadAsync(CancellationToken cancel)
    {
        var index = live.Current;
        if (_known is { } known && ReferenceEquals(known.Of, index))
        {
            return known.Documents;
        }

        var documents = await StoreContents.DocumentsAsync(store, cancel);
        _known = new Known(index, documents);
        return documents;
    }

    private sealed record Known(SearchIndex Of, IReadOnlyList<StoredDocument> Documents);
}
