using System.Collections.Concurrent;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>Things that take a while to make, kept by what they were made of. May be used by several threads.</summary>
/// <param name="most">Kept at a time.</param>
internal sealed class KeptThings<T>(int most)
{
    private readonly ConcurrentDictionary<string, Task<T>> _known = [];

    public async Task<T> GetAsync(string key, Func<Task<T>> build)
    {
        if (_known.TryGetValue(key, out var known) && known.IsCompletedSuccessfully)
        {
            return await known;
        }

        // Whatever was kept can be made again; dropping all of it is simpler than knowing which was used last.
        if (_known.Count >= most)
        {
            _known.Clear();
        }

        var made = build();
        var thing = await made;
        _known[key] = made;
        return thing;
    }
}
