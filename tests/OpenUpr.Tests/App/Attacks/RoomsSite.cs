using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>The demonstration's site with somebody signed in for each kind of person.</summary>
public sealed partial class RoomsSite : IAsyncLifetime
{
    public const string Anonymous = "anonymous";
    public const string Expired = "expired";
    public const string Stranger = "stranger";

    private readonly Site _site = new();
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, (string Token, string Cookie)> _forms = [];
    private HttpClient? _client;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Somebody who asks. <paramref name="Token"/> is the session's, null for nobody; the role is the one in the demonstration's first coalition.</summary>
    public sealed record Person(string Name, string? Token, CoalitionRole? Role, bool IsOperator, bool IsCurator, bool ReadsReprisals = false)
    {
        public bool IsSignedIn => Token is not null && Name != Expired;
    }

    public Site Site => _site;

    public IReadOnlyCollection<Person> People => _people.Values;

    public IReadOnlyList<RouteRow> Routes { get; private set; } = [];

    public Person this[string name] => _people[name];

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();

        // Keeps no cookies: each person sends their own and nobody else's.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Client.BaseAddress };
        Routes = RouteTable.Read(_site.App);
        await AddAccountAsync(Stranger);
        await AddAccountAsync(Expired);
        await using var db = _site.Store.Open();
        foreach (var account in await db.Accounts.AsNoTracking().ToListAsync(Cancel))
        {
            var token = await AccountSessions.BeginAsync(_site.Store, TimeProvider.System, account.Id, AccountSessions.ByDemo, "test", Cancel);
            var access = await CoalitionAccess.FindAsync(_site.Store, account.Id, DemoCoalition.Slug, Cancel);
            _people[account.NormalisedName] = new Person(account.NormalisedName, token, access?.Role, account.IsOperator, account.IsCurator, access?.ReadsReprisals == true);
        }

        _people[Anonymous] = new Person(Anonymous, null, null, false, false);

        // The first form makes the key that protects all of them.
        await FormAsync(_people[Anonymous]);
        await db.SignIns.Where(s => db.Accounts.Any(a => a.Id == s.AccountId && a.NormalisedName == Expired)).ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, DateTimeOffset.UnixEpoch), Cancel);
    }

    public async Task<HttpResponseMessage> SendAsync(Person person, HttpMethod method, string address, HttpContent? content = null, string? formCookie = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        var cookies = new[] { person.Token is null ? null : $"{SessionCookie.OnHttp}={person.Token}", formCookie }.Where(c => c is not null);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client!.SendAsync(request, Cancel);
    }

    /// <summary>A form's token that is good for this person, with the cookie that belongs to it.</summary>
    public async Task<(string Token, string Cookie)> FormAsync(Person person, string address = "/sign-in")
    {
        using var response = await SendAsync(person, HttpMethod.Get, address);
        var token = FormToken().Match(await response.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        var cookie = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]).FirstOrDefault(c => c.StartsWith("openupr-form", StringComparison.Ordinal)) : null;
        return (WebUtility.HtmlDecode(token), cookie ?? "");
    }

    /// <summary>Sends a form as this person, with a token that is good for them.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? Location)> PostAsync(string name, string address, IEnumerable<(string Name, string Value)> fields)
    {
        if (!_forms.TryGetValue(name, out var pass))
        {
            _forms[name] = pass = await FormAsync(this[name]);
        }

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", pass.Token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var response = await SendAsync(this[name], HttpMethod.Post, address, form, pass.Cookie);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel)), response.Headers.Location?.OriginalString);
    }

    /// <summary>A context that sees all rows of one coalition.</summary>
    public async Task<OpenUprDb> InsideAsync(string slug)
    {
        await using var db = _site.Store.Open();
        return _site.Store.Open(await CoalitionAccess.ForUpkeepAsync(_site.Store, db.Coalitions.Single(c => c.Slug == slug).Id, Cancel));
    }

    /// <summary>A hash over the rows of each table, but for when sessions were last seen.</summary>
    public async Task<IReadOnlyList<string>> ContentAsync()
    {
        await using var db = _site.Store.OpenWhole();
        var all = new List<string>();
        foreach (var table in BackupTable.All(db).Where(t => t.Name != "sign_ins"))
        {
            all.Add($"{table.Name} {(await Backup.CountAsync(db, table, _ => ValueTask.CompletedTask, Cancel)).Sha256}");
        }

        return all;
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return _site.DisposeAsync();
    }

    private async Task AddAccountAsync(string name)
    {
        await using var db = _site.Store.Open();
        await using var transaction = await db.BeginWriteAsync(Cancel);
        db.Accounts.Add(new Account { Id = await db.TakeIdsAsync(Counters.Accounts, 1, Cancel), SignInName = name, NormalisedName = name, DisplayName = name, SecurityStamp = name });
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

[CollectionDefinition(nameof(RoomsSite))]
public sealed class OneRoomsSite : ICollectionFixture<RoomsSite>;
