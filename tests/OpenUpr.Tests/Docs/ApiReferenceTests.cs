using OpenUpr.App.Cli;
using OpenUpr.App.Cli.Site;

namespace OpenUpr.Tests.Docs;

public sealed class ApiReferenceTests
{
    [Fact]
    public async Task The_reference_of_the_addresses_is_what_the_site_answers()
    {
        var routes = await RoutesCommand.ReadAsync(TestContext.Current.CancellationToken);
        Assert.All(routes, r => Assert.NotEmpty(r.Access));
        GeneratedDocs.AssertFresh("api.md", ApiReference.Write(routes));
    }
}
