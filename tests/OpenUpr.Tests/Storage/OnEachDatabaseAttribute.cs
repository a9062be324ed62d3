using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace OpenUpr.Tests.Storage;

/// <summary>Runs a theory once on each database; its only parameter is the <see cref="Provider"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<Provider>().Select(p => new TheoryDataRow<Provider>(p))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
