using OpenUpr.Reviews;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>A recommending State with the group and organisations that it belonged to at a session.</summary>
internal sealed record RsProfile(string Rs, string? Group, IReadOnlyList<string> Organisations);

/// <summary>The different profiles of recommending States. Memberships are dated, so a State has one profile for each period of unchanged membership.</summary>
internal sealed class RsProfiles
{
    private readonly int[] _sessionOf;
    private readonly int[] _profiles;
    private readonly int _sessionCount;

    public RsProfiles(DocTable table, ReferenceData reference)
    {
        var sessions = new NumberedSet<int>();
        _sessionOf = [.. table.ReviewSession.Select(sessions.Number)];
        _sessionCount = sessions.Items.Count;
        _profiles = new int[table.RsCodes.Length * _sessionCount];
        var numbers = new Dictionary<(string, string?, string), int>();
        for (var rs = 0; rs < table.RsCodes.Length; rs++)
        {
            foreach (var session in sessions.Items)
            {
                var day = reference.FindSession(session)?.Start;
                var code = table.RsCodes[rs];
                var profile = new RsProfile(code, reference.GroupOf(code, day), reference.OrganisationsOf(code, day));
                var key = (code, profile.Group, string.Join(',', profile.Organisations));
                if (!numbers.TryGetValue(key, out var number))
                {
                    number = Items.Count;
                    numbers.Add(key, number);
                    Items.Add(profile);
                }

                _profiles[(rs * _sessionCount) + sessions.Number(session)] = number;
            }
        }
    }

    public List<RsProfile> Items { get; } = [];

    /// <summary>The number of the profile that a recommending State had at the time of a review.</summary>
    public int Of(int rs, int review) => _profiles[(rs * _sessionCount) + _sessionOf[review]];
}
