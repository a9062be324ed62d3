using System.Globalization;
using OpenUpr.App.Cli;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;

namespace OpenUpr.App.Features.Evidence;

/// <summary>What the pages of evidence need.</summary>
internal static class EvidenceSetup
{
    /// <summary>Megabytes that the setting may name.</summary>
    private const int MostMegabytes = 4_000;

    public static void AddEvidence(this IServiceCollection services)
    {
        services.AddSingleton(Limits(Environment.GetEnvironmentVariable(Settings.MaxEvidence.Name)));
        services.AddSingleton<FileVault>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<IRoomTexts, CaseTexts>();
        services.AddSingleton<CaseWriter>();
        services.AddSingleton<Shredding>();
        services.AddSingleton<DropBoxes>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Custody>();
        services.AddSingleton<EvidenceUpkeep>();
        services.AddSingleton<CoalitionUpkeep>();
        services.AddHostedService<UpkeepWorker>();
    }

    private static EvidenceLimits Limits(string? setting) => int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var mega) && mega is > 0 and <= MostMegabytes
        ? new EvidenceLimits(mega * EvidenceLimits.Mega) : new EvidenceLimits();
}
