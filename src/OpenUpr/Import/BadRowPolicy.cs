using OpenUpr.Sources;

namespace OpenUpr.Import;

/// <summary>
/// "Refuse rows, keep the rest": a row with a fault is left out and named with its place, the good rows around it are stored. A file of
/// which more than half is refused is not what it seems (another table, another taxonomy, a wrong encoding) and is refused whole, as
/// is one whose header does not fit, that has no rows, or that ends in the middle. To get the refused rows in, correct the file and
/// import it again; the rows that are stored are known again.
/// </summary>
internal static class BadRowPolicy
{
    /// <exception cref="SourceException">The file is refused whole.</exception>
    public static void Apply(FindingLog findings, int rowsRead)
    {
        if (rowsRead == 0)
        {
            throw new SourceException("The file has the header of UPR Info's export but no rows. Export it again.");
        }

        if (findings.Refused * 2 > rowsRead)
        {
            throw new SourceException($"{findings.Refused:N0} of {rowsRead:N0} rows are refused, more than half: nothing is stored. {findings.FirstReasons()}");
        }
    }
}
