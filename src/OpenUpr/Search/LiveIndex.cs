using OpenUpr.Storage;

namespace OpenUpr.Search;

/// <summary>The search index of a store, kept up to date by the store's change sequence.</summary>
public sealed class LiveIndex
{
    /// <summary>The newest complete index; searches that began on an older one finish on it.</summary>
    public SearchIndex Current => throw new NotImplementedException();

    /// <summary>Loads the snapshot if it is of this store's newest change, else builds from the store (and writes the snapshot).</summary>
    public static Task<LiveIndex> OpenAsync(Store store, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Takes in what changed since; cheap when nothing did. True when the index was replaced.</summary>
    public Task<bool> RefreshAsync(CancellationToken cancel = default) => throw new NotImplementedException();
}
