namespace OpenUpr.Evidence;

/// <summary>How much evidence may be sent and how long it is kept where nobody said otherwise.</summary>
/// <param name="MaxFileBytes">Bytes of one file; the setting OPENUPR_MAX_EVIDENCE_MB names megabytes.</param>
public sealed record EvidenceLimits(long MaxFileBytes = EvidenceLimits.DefaultMegabytes * EvidenceLimits.Mega)
{
    public const long Mega = 1024 * 1024;

    /// <summary>Some minutes of film from a phone.</summary>
    public const long DefaultMegabytes = 200;

    /// <summary>Files that one form may bring.</summary>
    public const int MaxFiles = 20;

    /// <summary>Days that a case or file stays in the trash before its keys are destroyed.</summary>
    public const int TrashDays = 30;

    /// <summary>Days that a file which cannot be cleaned waits for somebody to decide.</summary>
    public const int HeldDays = 7;

    /// <summary>Bytes of a whole form: its files, one after the other, and the fields.</summary>
    public long MaxRequestBytes => (MaxFileBytes * 4) + Mega;
}
