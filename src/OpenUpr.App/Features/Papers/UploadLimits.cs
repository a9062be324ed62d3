namespace OpenUpr.App.Features.Papers;

/// <summary>How much may be uploaded. The largest papers of a review have a few megabytes, UPR Info's export of all sessions eight.</summary>
internal static class UploadLimits
{
    public const long Mega = 1024 * 1024;

    /// <summary>Bytes of one file. Far below what the importer takes, because a file is held in memory on its way into the store.</summary>
    public const long MaxFileBytes = 64 * Mega;

    /// <summary>Bytes of one request: all files of a form that is sent without JavaScript.</summary>
    public const long MaxRequestBytes = 512 * Mega;

    public const int MaxFiles = 500;
}
