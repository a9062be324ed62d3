using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Adding an organisation.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/organisations/new")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/organisations/new", Method = "POST")]
public sealed class OrganisationNewModel(Rooms rooms) : OrganisationEditModel(rooms);
