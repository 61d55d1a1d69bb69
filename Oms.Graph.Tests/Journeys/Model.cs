namespace Oms.Graph.Tests.Journeys;

/// <summary>Operations that make one element of every kind, each leaning on others.</summary>
internal static class Model
{
    public static object Text(string text, string language = "en") => new { language, text };

    public static object Data(string name) => new { dataType = name };

    public static object[] EveryKind =>
    [
        new
        {
            createObjectType = new
            {
                id = "ot-person", name = "Person", displayName = new[] { Text("Person"), Text("사람", "ko") }, tags = new[] { "core", "hr" }, titleProperty = "email",
                properties = new object[]
                {
                    new { name = "email", type = Data("string"), constraints = new[] { new { kind = "MAX_LENGTH", value = 200 } } },
                    new { name = "age", type = Data("integer"), defaultValue = 3 },
                    new { name = "share", type = new { valueType = "Percent" } },
                },
            },
        },
        new
        {
            createObjectType = new
            {
                name = "Employee", parents = new[] { "Person" }, interfaces = new[] { "INamed" },
                properties = new object[]
                {
                    new { name = "name", sharedProperty = "fullName", isSearchable = false },
                    new { name = "home", type = new { structType = "Address" } },
                },
            },
        },
        new { createLinkType = new { name = "knowsLink", from = new { name = "knower", type = "Person" }, to = new { name = "known", type = "Person" }, cardinality = "MANY_TO_MANY" } },
        new { createInterface = new { name = "INamed", properties = new[] { new { name = "name", sharedProperty = "fullName" } } } },
        new { createSharedProperty = new { name = "fullName", type = Data("string"), isSearchable = true, displayName = new[] { Text("Full name") } } },
        new
        {
            createValueType = new
            {
                name = "Percent", baseType = Data("double"), examples = new[] { 12.5 },
                constraints = new[] { new { kind = "MIN", value = 0 }, new { kind = "MAX", value = 100 } },
            },
        },
        new { createStructType = new { name = "Address", fields = new[] { new { name = "street", type = Data("string") }, new { name = "zip", type = Data("string") } } } },
        new
        {
            createActionType = new
            {
                name = "createContract", appliesTo = new[] { new { type = "Person", role = "PRIMARY" } }, parameters = new[] { new { name = "salary", type = Data("long") } },
                functions = new[] { "score" }, webhook = new { url = "https://hooks.example/contract", method = "POST" },
            },
        },
        new
        {
            createFunctionType = new
            {
                name = "score", parameters = new[] { new { name = "person", type = new { objectType = "Person" } } }, returnType = Data("double"), runtime = "PYTHON",
            },
        },
    ];
}
