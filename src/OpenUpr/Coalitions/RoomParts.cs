namespace OpenUpr.Coalitions;

/// <summary>What the parts of a room have to say to one question, such as what waits for somebody.</summary>
internal static class RoomParts
{
    /// <summary>Parts that one request reads beside each other, each with a connection of its own: others wait for the database too.</summary>
    private const int AtOnce = 3;

    /// <summary>All that the parts answer, in the order of the parts. They are read beside each other, since most of the time goes by in waiting for a database and in opening what is sealed.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<TPart, T>(IEnumerable<TPart> parts, Func<TPart, CancellationToken, Task<IReadOnlyList<T>>> read, CancellationToken cancel)
    {
        var asked = parts.ToList();
        var answers = new IReadOnlyList<T>[asked.Count];
        await Parallel.ForEachAsync(asked.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (part, c) => answers[part.Index] = await read(part.Item, c));
        return [.. answers.SelectMany(a => a)];
    }
}
