namespace OpenUpr.Sources.Fetching;

/// <summary>Where documents are fetched from, and with how much patience and restraint.</summary>
public sealed record FetchOptions
{
    /// <summary>The United Nations' document service.</summary>
    public static Uri UnitedNations { get; } = new("https://documents.un.org");

    /// <value>Default: <see cref="UnitedNations"/>. Another address is for tests and mirrors; it must answer in the same way.</value>
    public Uri From { get; init; } = UnitedNations;

    /// <summary>Time to make a connection. Kept by the operating system's clock.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for the next sign of life: the headers, then each piece of the body.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for one answer from beginning to end.</summary>
    public TimeSpan WholeTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the service is asked for one file before it is given up.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Least time between two requests: the service is everybody's.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Wait before the second attempt; doubled for each further one, and shortened by chance to as little as a half.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A service that asks for a longer wait (Retry-After) is left in peace.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes, after decompression.</summary>
    public long MaxBytes { get; init; } = SourceFile.MaxBytes;

    /// <summary>Chance for the waits: many copies of the program must not come back in step.</summary>
    public Random Chance { get; init; } = Random.Shared;
}
