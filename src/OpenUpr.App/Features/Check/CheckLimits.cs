namespace OpenUpr.App.Features.Check;

/// <summary>How much may be checked at once on the page: a file is held in memory, and the page is open to everybody.</summary>
internal static class CheckLimits
{
    public const int Mega = 1024 * 1024;

    /// <summary>Bytes. A submission without pictures has less than a tenth of one million.</summary>
    public const int MaxFileBytes = 10 * Mega;

    /// <summary>Bytes of the form with the file in it.</summary>
    public const int MaxRequestBytes = MaxFileBytes + Mega;

    /// <summary>Reading a file of 60 pages takes a fraction of a second.</summary>
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);
}
