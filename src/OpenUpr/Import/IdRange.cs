using OpenUpr.Storage;

namespace OpenUpr.Import;

/// <summary>
/// The ids that one import gives out under a counter. Inside a write transaction no other writer exists, so the next id is read once at the
/// beginning and the counter is moved once at the end; ids are then without gaps and known row by row.
/// </summary>
internal sealed class IdRange
{
    private readonly string _counter;
    private int _count;

    private IdRange(string counter, long first)
    {
        _counter = counter;
        First = first;
    }

    public long First { get; }

    public long Last => First + _count - 1;

    public bool IsEmpty => _count == 0;

    public static async Task<IdRange> OpenAsync(OpenUprDb db, string counter, CancellationToken cancel) => new(counter, await db.TakeIdsAsync(counter, 0, cancel));

    public long Next() => First + _count++;

    public Task CloseAsync(OpenUprDb db, CancellationToken cancel) => IsEmpty ? Task.CompletedTask : db.TakeIdsAsync(_counter, _count, cancel);
}
