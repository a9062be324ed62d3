using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using Membership = OpenUpr.Storage.Membership;
using Organisation = OpenUpr.Storage.Organisation;

namespace OpenUpr.Demo;

/// <summary>Fills one founded coalition of the demonstration from its files, in one transaction.</summary>
internal sealed partial class DemoRoom(Rooms rooms, Coalition coalition, Dictionary<string, long> accounts)
{
    /// <summary>Recommendations that a cluster of the demonstration takes over.</summary>
    private const int ItemsOfCluster = 6;

    private readonly CoalitionAccess _access = CoalitionAccess.ForFounding(coalition);
    private readonly DateTimeOffset _now = rooms.Time.GetUtcNow();
    private readonly Dictionary<string, long> _organisations = [];
    private readonly Dictionary<string, long> _people = [];
    private readonly Dictionary<string, long> _terms = [];
    private readonly Dictionary<string, long> _clusters = [];
    private readonly Dictionary<string, (long Id, long? Cluster)> _meetings = [];
    private OpenUprDb _db = null!;

    public async Task FillAsync(ReferenceTable coalitionRow, CancellationToken cancel)
    {
        await using var db = _db = rooms.Store.Open(_access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await ProfileAsync(coalitionRow, cancel);
        await OrganisationsAsync(cancel);
        await TermsAsync(cancel);
        await PeopleAsync(cancel);
        await ClustersAsync(cancel);
        await MeetingsAsync(cancel);
        await RecordsAsync(cancel);
        await TargetsAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private IEnumerable<ReferenceTable> Rows(string file) => DemoCoalition.Rows(file).Where(r => r["coalition"] == coalition.Slug);

    private Task<long> IdAsync(string counter, CancellationToken cancel) => _db.TakeIdsAsync(counter, 1, cancel);

    private DateTimeOffset At(ReferenceTable row, string column, int hour = 9) => new(_now.UtcDateTime.Date.AddDays(row.Number(column)!.Value).AddHours(hour), TimeSpan.Zero);

    private DateOnly? Day(ReferenceTable row, string column) => row.Number(column) is { } days ? rooms.Today.AddDays(days) : null;

    private static string Issues(ReferenceTable row) => string.Join('\n', row["issues"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(name => IssueList.Current.Find(name)!.Name));

    private static string[] Keys(ReferenceTable row, string column) => row[column].Split(';', StringSplitOptions.RemoveEmptyEntries);

    private async Task ProfileAsync(ReferenceTable row, CancellationToken cancel)
    {
        var profile = await _db.CoalitionProfiles.SingleAsync(cancel);
        profile.SecretariatModel = row["model"];
        profile.RotationMonths = row.Number("rotation")!.Value;
        profile.Registration = row.Optional("registration");
        profile.Goals = row.Optional("goals");
        profile.SafetyContacts = row.Optional("safety");
        (await _db.Coalitions.SingleAsync(c => c.Id == coalition.Id, cancel)).CreatedAt = At(row, "founded");
    }

    private async Task OrganisationsAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-organisations").ToList())
        {
            var organisation = new Organisation
            {
                Id = await IdAsync(Counters.Organisations, cancel), CoalitionId = coalition.Id, Name = row["name"], Kind = row["kind"], Issues = Issues(row), Communities = row.Optional("communities"), Place = row.Optional("place"),
                CommonGround = row.Optional("common"), EcosocStatus = row["ecosoc"], NhriStatus = row["nhri"], Founded = row.Optional("founded"), Website = row.Optional("website"), JoinedOn = Day(row, "joined"),
                Logo = row.Optional("logo") is { } logo ? Convert.FromBase64String(logo) : null, LogoType = row.Optional("logo") is null ? null : "image/png",
            };
            _db.Organisations.Add(organisation);
            _organisations.Add(row["key"], organisation.Id);
        }
    }

    /// <summary>The first version is there since the founding.</summary>
    private async Task TermsAsync(CancellationToken cancel)
    {
        var first = await _db.Terms.SingleAsync(cancel);
        var founder = await _db.Memberships.SingleAsync(m => m.CoalitionId == coalition.Id, cancel);
        foreach (var row in Rows("coalition-terms").ToList())
        {
            var terms = first;
            if (row.Number("number") > 1)
            {
                terms = new TermsOfReference { Id = await IdAsync(Counters.Terms, cancel), CoalitionId = coalition.Id, Number = row.Number("number")!.Value, Text = row["text"].Trim(), Changes = row.Optional("changes"), AuthorId = founder.Id };
                _db.Terms.Add(terms);
            }

            terms.AdoptedAt = At(row, "day");
            _terms.Add(row["number"], terms.Id);
        }
    }

    private async Task PeopleAsync(CancellationToken cancel)
    {
        var founder = await _db.Memberships.SingleAsync(m => m.CoalitionId == coalition.Id, cancel);
        var acceptance = await _db.TermsAcceptances.SingleAsync(cancel);
        _db.TermsAcceptances.Remove(acceptance);
        foreach (var row in Rows("coalition-people").ToList())
        {
            var isFounder = _people.Count == 0;
            var place = isFounder ? founder : new Membership { Id = await IdAsync(Counters.Memberships, cancel), CoalitionId = coalition.Id, Role = row["role"], AccountId = row.Optional("account") is { } account ? accounts[account] : null };
            var person = isFounder ? await _db.Members.SingleAsync(cancel) : new Member { Id = place.Id, CoalitionId = coalition.Id, Name = row["name"] };
            place.ReadsReprisals = row["reprisals"] == "yes";
            place.JoinedAt = At(row, "joined");
            place.LeftAt = row.Number("left") is null ? null : At(row, "left");
            person.OrganisationId = row.Optional("organisation") is { } organisation ? _organisations[organisation] : null;
            person.Task = row.Optional("task");
            if (!isFounder)
            {
                _db.Memberships.Add(place);
                _db.Members.Add(person);
            }

            _people.Add(row["key"], place.Id);
            await AcceptAsync(place, row.Optional("accepted"), cancel);
        }
    }

    private async Task AcceptAsync(Membership place, string? version, CancellationToken cancel)
    {
        if (version is null)
        {
            return;
        }

        place.AcceptedTermsId = _terms[version];
        var adopted = _db.Terms.Local.Single(t => t.Id == place.AcceptedTermsId).AdoptedAt;
        _db.TermsAcceptances.Add(new TermsAcceptance
        {
            Id = await IdAsync(Counters.TermsAcceptances, cancel), CoalitionId = coalition.Id, TermsId = _terms[version], MemberId = place.Id, AcceptedAt = adopted > place.JoinedAt ? adopted : place.JoinedAt,
        });
    }

    private async Task ClustersAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-clusters").ToList())
        {
            var cluster = new Cluster
            {
                Id = await IdAsync(Counters.Clusters, cancel), CoalitionId = coalition.Id, Name = row["name"], Kind = row["kind"], IsClosed = row["closed"] == "yes",
                LeadId = row.Optional("lead") is { } lead ? _people[lead] : null, Issues = Issues(row), Region = row.Optional("region"),
            };
            _db.Clusters.Add(cluster);
            _clusters.Add(row["key"], cluster.Id);
            foreach (var member in Keys(row, "members"))
            {
                _db.ClusterMembers.Add(new ClusterMember { Id = await IdAsync(Counters.ClusterMembers, cancel), CoalitionId = coalition.Id, ClusterId = cluster.Id, MemberId = _people[member] });
            }

            await ItemsAsync(cluster, cancel);
        }
    }

    /// <summary>The recommendations of the country's reviews that bear one of the cluster's issues.</summary>
    private async Task ItemsAsync(Cluster cluster, CancellationToken cancel)
    {
        var slugs = cluster.Issues.Split('\n').Select(name => IssueList.Current.Find(name)?.Slug).ToList();
        var owned = await (
            from tag in _db.Tags
            join pair in _db.Recommendations on tag.RecommendationId equals pair.Id
            join text in _db.Texts on pair.TextId equals text.Id
            join review in _db.Reviews on text.ReviewId equals review.Id
            where review.Sur == coalition.Country && tag.Scheme == Tag.IssueScheme && slugs.Contains(tag.Value)
            orderby review.Session descending, pair.Id
            select pair.Id).ToListAsync(cancel);
        foreach (var id in owned.Distinct().Take(ItemsOfCluster))
        {
            _db.ClusterItems.Add(new ClusterItem
            {
                Id = await IdAsync(Counters.ClusterItems, cancel), CoalitionId = coalition.Id, ClusterId = cluster.Id, Thing = ClusterItem.Recommendation, ThingId = id, AuthorId = cluster.LeadId, AddedAt = _now.AddDays(-47),
            });
        }
    }
}
