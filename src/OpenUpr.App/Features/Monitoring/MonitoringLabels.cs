using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>Words of assessments on pages.</summary>
public static class MonitoringLabels
{
    /// <summary>The word of a code, such as Light and green; the code itself where there is none.</summary>
    public static string Of(string kind, string? code) => code is null ? "" : MonitoringWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    public static string Value(string? code) => ValueScale.Find(code)?.Word(CultureInfo.CurrentUICulture.Name) ?? MonitoringWords.Value_None;

    /// <summary>"0.48"; "none yet" where nothing was scored.</summary>
    public static string Index(IndexValue index) => index.Value?.ToString("0.00", CultureInfo.CurrentCulture) ?? Words.Share_None;
}
