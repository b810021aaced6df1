# The build for Windows PowerShell, loaded so that nothing but itself gives it its neighbours, as .NET Framework gives it none of another version.
# Each line that comes out is one fact: name=value.
param([string] $Module, [string] $Elsewhere)

$ErrorActionPreference = 'Stop'
$hidden = [System.Reflection.BindingFlags]'NonPublic, Instance'
function Get-Client($Of) {
    try {
        $Of.GetType('NcpSearchEngine.NcpSearchEngineSession', $true).GetConstructors($hidden)[0].GetParameters()[1].ParameterType.Assembly.Location
    }
    catch {
        $_.Exception.GetBaseException().GetType().Name
    }
}

$assembly = [System.Reflection.Assembly]::LoadFile($Module)
$own = $assembly.GetType('NcpSearchEngine.WindowsPowerShell.OwnAssemblies', $true)::new()

# Imported and removed again; the same assembly asks from elsewhere, as what was found is not looked for a second time.
$own.OnImport()
$own.OnRemove($null)
[System.IO.File]::Copy($Module, $Elsewhere)
"removed=$(Get-Client ([System.Reflection.Assembly]::LoadFile($Elsewhere)))"

# Two runspaces import it, and one of them removes it.
$own.OnImport()
$own.OnImport()
$own.OnRemove($null)
"imported=$(Get-Client $assembly)"

# Somebody else asks for what lies here.
try {
    "others=$([System.Reflection.Assembly]::Load('Microsoft.Bcl.TimeProvider, Version=8.0.0.1, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51').Location)"
}
catch {
    "others=$($_.Exception.GetBaseException().GetType().Name)"
}

"neighbour=$($assembly.GetType('NcpSearchEngine.Sessions.SessionStore', $true).GetProperty('TimeProvider', $hidden).PropertyType.Assembly.Location)"
