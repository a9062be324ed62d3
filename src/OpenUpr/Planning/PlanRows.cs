using System.Globalization;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>How what was generated becomes rows of the store, and how a row's window is written in the history.</summary>
internal static class PlanRows
{
    /// <summary>A row for a step; what is dropped begins as skipped, so that it can be seen and taken up after all.</summary>
    public static PlanTask Of(PlannedTask planned, ReviewPlan plan, long id) => new()
    {
        Id = id, CoalitionId = plan.CoalitionId, PlanId = plan.Id, Step = planned.Step.Code, Phase = planned.Step.Phase, From = planned.Window?.From, To = planned.Window?.To,
        Basis = planned.Basis, Fit = planned.Fit, State = planned.IsDropped ? PlanTask.Skipped : PlanTask.Open, Checklist = Checklist.Of(planned.Step),
    };

    public static Days? Window(this PlanTask task) => task is { From: { } from, To: { } to } ? new Days(from, to) : null;

    /// <summary>2026-11-02/2026-11-13; null for none.</summary>
    public static string? Write(Days? window) => window is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd}") : null;

    /// <summary>The window that <see cref="Write"/> wrote; null for any other text.</summary>
    public static Days? Parse(string? written) => written?.Split('/') is [var from, var to]
        && DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
        ? new Days(first, last) : null;
}
