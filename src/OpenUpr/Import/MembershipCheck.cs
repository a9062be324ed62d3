using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;

namespace OpenUpr.Import;

/// <summary>
/// Compares a row's groups and organisations with the reference data, which stays the only source of them. The export states
/// memberships of the day of the export for all sessions, and that day is not in the file: a membership is therefore wrong when the State never
/// had it, and missing when the State had it in the row's session and has it today.
/// </summary>
internal sealed class MembershipCheck(ReferenceData reference, TimeProvider time)
{
    private const string Unknown = "(Unknown)";

    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    private readonly Dictionary<(string Iso3, string Group, string Organisations, int Session), (string? Group, string? Organisations)> _seen = [];

    public void Compare(ExportRow row, string sur, string rs, Session session, RowProblems problems)
    {
        Compare(row, ExportColumn.ToGroup, ExportColumn.ToOrganisations, sur, session, problems);
        Compare(row, ExportColumn.FromGroup, ExportColumn.FromOrganisations, rs, session, problems);
    }

    private void Compare(ExportRow row, ExportColumn groupColumn, ExportColumn organisationColumn, string iso3, Session session, RowProblems problems)
    {
        // There are a few thousand different combinations in tens of thousands of rows.
        const int MaxSeen = 20_000;
        var key = (iso3, row[groupColumn], row[organisationColumn], session.Number);
        if (!_seen.TryGetValue(key, out var wrong))
        {
            wrong = (WrongGroup(iso3, key.Item2, session), WrongOrganisations(iso3, key.Item3, session));
            if (_seen.Count < MaxSeen)
            {
                _seen[key] = wrong;
            }
        }

        if (wrong.Group is { } group)
        {
            problems.Doubt(groupColumn, group);
        }

        if (wrong.Organisations is { } organisations)
        {
            problems.Doubt(organisationColumn, organisations);
        }
    }

    private string? WrongGroup(string iso3, string cell, Session session)
    {
        if (iso3 == State.Unknown)
        {
            return IsUnknown(cell) ? null : $"The State is not known, but its group is given as {CellText.Quote(cell)}.";
        }

        var known = new[] { reference.GroupOf(iso3), reference.GroupOf(iso3, session.Start), reference.GroupOf(iso3, _today) };
        return known.Contains(cell, StringComparer.OrdinalIgnoreCase) || (cell.Length == 0 && known.All(k => k is null))
            ? null
            : $"The reference data has {NameOf(iso3)} in {known[0] ?? "no group"}, not in {CellText.Quote(cell)}.";
    }

    private string? WrongOrganisations(string iso3, string cell, Session session)
    {
        if (iso3 == State.Unknown)
        {
            return IsUnknown(cell) ? null : $"The State is not known, but its organisations are given as {CellText.Quote(cell)}.";
        }

        var named = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = named.Where(n => !reference.Organisations.Any(o => Same(o.Code, n) || Same(o.NameEn, n))).ToList();
        if (unknown.Count > 0)
        {
            return $"{CellText.Quote(string.Join(", ", unknown))} is not an organisation that OpenUPR knows; memberships come from the reference data.";
        }

        var codes = named.Select(n => reference.Organisations.First(o => Same(o.Code, n) || Same(o.NameEn, n)).Code).ToList();
        var never = codes.Except(reference.OrganisationsOf(iso3)).ToList();
        var missing = reference.OrganisationsOf(iso3, session.Start).Intersect(reference.OrganisationsOf(iso3, _today)).Except(codes).ToList();
        return (never.Count, missing.Count) switch
        {
            (0, 0) => null,
            ( > 0, _) => $"The reference data does not have {NameOf(iso3)} in {string.Join(", ", never)}.",
            _ => $"The reference data also has {NameOf(iso3)} in {string.Join(", ", missing)}.",
        };
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static bool IsUnknown(string cell) => cell.Length == 0 || Same(cell, Unknown);

    private string NameOf(string iso3) => reference.FindState(iso3)?.NameEn ?? iso3;
}
