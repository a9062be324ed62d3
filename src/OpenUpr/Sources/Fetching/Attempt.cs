namespace OpenUpr.Sources.Fetching;

/// <summary>How one request to the service ended.</summary>
/// <param name="Retry">Whether asking again can help.</param>
/// <param name="After">How long the service asks to wait before that; null where it says nothing.</param>
internal sealed record Attempt(FetchResult Result, string Message, bool Retry = false, TimeSpan? After = null)
{
    public static Attempt Got { get; } = new(FetchResult.Fetched, "fetched");

    /// <summary>The ending that the file's content calls for, with its stop; null unless fetched.</summary>
    public string? Ending { get; init; }
}
