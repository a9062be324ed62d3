using System.Globalization;
using OpenUpr.App.Resources;

namespace OpenUpr.App.Features.Reports;

/// <summary>Words of reports on pages.</summary>
public static class ReportLabels
{
    /// <summary>The word of a code, such as Mode and joint; the code itself where there is none.</summary>
    public static string Of(string kind, string? code) => code is null ? "" : ReportWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;
}
