Console.WriteLine("Used by dotnet ef only.");
