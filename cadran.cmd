@echo off
rem The twin of ./cadran for Windows: the reasons are written there. Change both.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "APP=%HERE%\installer\target\app"
set "LOG=%HERE%\target\cadran.log"

if "%~1"=="" goto desktop
if "%~1"=="server" goto server
if "%~1"=="test" goto test
if "%~1"=="shots" goto shots
if "%~1"=="bench" goto bench
if "%~1"=="simulate" goto simulate
if "%~1"=="kill-test" goto kill_test
if "%~1"=="fuzz" goto fuzz
if "%~1"=="help" goto help
if "%~1"=="--help" goto help
if "%~1"=="-h" goto help
>&2 echo Unknown command: %~1
call :help >&2
exit /b 2

:help
echo Usage: cadran [command]
echo:
echo   (none)         builds what is missing and opens the desktop
echo   server [...]   runs the server alone; what follows is handed to it
echo   test           runs everything that must pass
echo   shots DIR      writes a picture of every screen into DIR
echo   bench [...]    measures first-sync, delta, latency, saved, push, ops, probe or grid, on so many rows:
echo                  bench first-sync --rows 1000000 [--db h2^|postgres]
echo   simulate [...] tries sync out in simulated worlds: --seeds N [--from S] or --seed S [--trace],
echo                  each with [--small] [--db h2^|postgres], or --planted for bugs that it must find
echo   kill-test      kills a server and a client at every step of theirs and looks for every edit:
echo                  kill-test --rounds 54 [--db h2^|postgres]
echo   fuzz [N]       N altered inputs for each kind of thing that arrives, 100000 if not said
echo   help           this text
echo:
echo Needs a JDK %NEEDED% or newer. CADRAN_JAVA_HOME names one when the right one is not found.
exit /b 0

:desktop
call :use_jdk || exit /b 1
call :build_if_stale || exit /b 1
rem No cache of classes here: making it was never tried on Windows.
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED -Xmx1g -cp "%APP%\lib\*" cadran.desktop.Main
exit /b %ERRORLEVEL%

:server
set REST=
:server_argument
shift
if [%1]==[] goto run_server
set REST=%REST% %1
goto server_argument

:run_server
call :use_jdk || exit /b 1
call :build_if_stale || exit /b 1
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED -Xmx1g -cp "%APP%\lib\*" cadran.server.Main%REST%
exit /b %ERRORLEVEL%

:test
call :use_jdk || exit /b 1
for /d %%M in ("%HERE%\*") do if exist "%%M\target\surefire-reports" rmdir /s /q "%%M\target\surefire-reports"
set "FAILED=no"
call :maven --fail-at-end verify || set "FAILED=yes"
powershell -NoProfile -Command ^
    "$tests = 0; $bad = 0; $skipped = 0;" ^
    "$reports = Join-Path ([WildcardPattern]::Escape($env:HERE)) '*\target\surefire-reports\TEST-*.xml';" ^
    "foreach ($report in @(Get-ChildItem -Path $reports -ErrorAction SilentlyContinue)) {" ^
    "  $suite = ([xml](Get-Content -Raw -Encoding UTF8 -LiteralPath $report.FullName)).testsuite;" ^
    "  $tests += [int]$suite.tests; $bad += [int]$suite.failures + [int]$suite.errors; $skipped += [int]$suite.skipped" ^
    "};" ^
    "if ($env:FAILED -eq 'yes' -and $bad -eq 0) { 'The build failed outside the tests: see [ERROR] above.' };" ^
    "if ($tests -eq 0) { 'No test ran.' };" ^
    "'{0} passed, {1} failed, {2} skipped' -f ($tests - $bad - $skipped), $bad, $skipped;" ^
    "if ($env:FAILED -eq 'yes' -or $bad -gt 0 -or $tests -eq 0) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:bench
set "PROGRAM=cadran.desktop.bench.Bench"
goto program

:simulate
set "PROGRAM=cadran.desktop.simulation.Simulate"
goto program

:kill_test
set "PROGRAM=cadran.desktop.kill.KillRounds"
goto program

:fuzz
set "PROGRAM=cadran.desktop.fuzz.Fuzz"
goto program

rem A program that lies among the tests: it needs them compiled, and their libraries.
:program
set REST=
:program_argument
shift
if [%1]==[] goto run_program
set REST=%REST% %1
goto program_argument

:run_program
call :use_jdk || exit /b 1
call :maven_quietly --projects desktop-app --also-make test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test-class-path || exit /b 1
rem In a file, because the path is longer than a command line of this shell may be.
powershell -NoProfile -Command ^
    "$target = Join-Path $env:HERE 'desktop-app\target';" ^
    "$path = \"$target\test-classes;$target\classes;\" + (Get-Content -Raw -LiteralPath (Join-Path $target 'test-class-path')).Trim();" ^
    "[IO.File]::WriteAllText((Join-Path $target 'test-class-path.arg'), '-cp \"' + $path.Replace('\', '\\') + '\"', [Text.Encoding]::Default)"
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED -Xmx1g "-Dlogback.configurationFile=cadran/desktop/bench/logback.xml" "@%HERE%\desktop-app\target\test-class-path.arg" %PROGRAM%%REST%
exit /b %ERRORLEVEL%

:shots
if "%~2"=="" goto shots_where
for %%D in ("%~2") do set "FOLDER=%%~fD"
if not exist "%FOLDER%\" mkdir "%FOLDER%" || exit /b 1
call :use_jdk || exit /b 1
>&2 echo Taking pictures of every screen...
if not exist "%HERE%\target" mkdir "%HERE%\target"
type nul >"%HERE%\target\shots.stamp"
call :maven_quietly --projects desktop-app --also-make -Dtest=Shots -Dsurefire.failIfNoSpecifiedTests=false "-Dcadran.shots=%FOLDER%" test || exit /b 1
powershell -NoProfile -Command ^
    "$start = (Get-Item -LiteralPath (Join-Path $env:HERE 'target\shots.stamp')).LastWriteTimeUtc;" ^
    "$pictures = @(Get-ChildItem -LiteralPath $env:FOLDER -Recurse -Filter *.png | Where-Object { $_.LastWriteTimeUtc -gt $start }).Count;" ^
    "'{0} pictures written to {1}' -f $pictures, $env:FOLDER;" ^
    "if ($pictures -eq 0) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:shots_where
>&2 echo shots needs the folder to write to: cadran shots DIR
exit /b 2

:build_if_stale
call :is_stale || exit /b 0
>&2 echo Building Cadran (the first time takes a few minutes and downloads its libraries)...
if not exist "%APP%" mkdir "%APP%"
type nul >"%APP%\stamp.new"
call :maven_quietly --projects installer --also-make -Dmaven.test.skip=true package || exit /b 1
move /y "%APP%\stamp.new" "%APP%\stamp" >nul
exit /b 0

rem Succeeds when something to build from is newer than the stamp.
:is_stale
if not exist "%APP%\stamp" exit /b 0
powershell -NoProfile -Command ^
    "$stamp = (Get-Item -LiteralPath (Join-Path $env:APP 'stamp')).LastWriteTimeUtc;" ^
    "$modules = @(Get-ChildItem -LiteralPath $env:HERE -Directory | ForEach-Object { $_.FullName });" ^
    "$places = @(Join-Path $env:HERE 'pom.xml');" ^
    "foreach ($module in $modules) { $places += Join-Path $module 'pom.xml'; $places += Join-Path $module 'src\main' };" ^
    "$places = @($places | Where-Object { Test-Path -LiteralPath $_ });" ^
    "$new = Get-ChildItem -LiteralPath $places -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $stamp } | Select-Object -First 1;" ^
    "if ($new) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

:maven_quietly
if not exist "%HERE%\target" mkdir "%HERE%\target"
call :maven %* >"%LOG%" 2>&1 && exit /b 0
findstr /r /c:"^\[ERROR\] ." /c:"^\[WARNING\] .*\.java:" "%LOG%" >&2 || powershell -NoProfile -Command "Get-Content -LiteralPath $env:LOG -Tail 20" >&2
>&2 echo It failed. The whole log: "%LOG%"
exit /b 1

:maven
pushd "%HERE%" || exit /b 1
call "%HERE%\mvnw.cmd" --batch-mode --no-transfer-progress %*
set "MAVEN_RESULT=%ERRORLEVEL%"
popd
exit /b %MAVEN_RESULT%

:use_jdk
set "FOUND="
call :find_jdk
if not defined FOUND goto no_jdk
set "JAVA_HOME=%FOUND%"
exit /b 0

:no_jdk
>&2 echo Cadran needs a JDK %NEEDED% or newer, and none was found. Any of these brings one:
>&2 echo   winget   winget install EclipseAdoptium.Temurin.%NEEDED%.JDK
>&2 echo   scoop    scoop bucket add java, then scoop install temurin%NEEDED%-jdk
>&2 echo   by hand  https://adoptium.net/temurin/releases/?version=%NEEDED%
>&2 echo If one is installed in an unusual place, set CADRAN_JAVA_HOME to its folder.
exit /b 1

:find_jdk
if not defined CADRAN_JAVA_HOME goto find_java_home
call :try "%CADRAN_JAVA_HOME%"
if defined FOUND exit /b 0
>&2 echo CADRAN_JAVA_HOME="%CADRAN_JAVA_HOME%" is not a JDK %NEEDED% or newer: looking elsewhere.
:find_java_home
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
set FOLDERS="%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Zulu" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.gradle\jdks" "%USERPROFILE%\scoop\apps" "%LOCALAPPDATA%\mise\installs\java"
if defined CADRAN_JDK_FOLDERS set FOLDERS="%CADRAN_JDK_FOLDERS:;=" "%"
rem Scoop keeps the version in use under "current".
for %%F in (%FOLDERS%) do for /d %%J in ("%%~F\*") do call :try "%%J" & call :try "%%J\current"
exit /b 0

rem Sets FOUND to the folder, when it is a JDK that will do and none was found before.
:try
if defined FOUND exit /b 0
if not exist "%~1\release" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
set "MAJOR="
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%V"
if not defined MAJOR exit /b 0
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ %NEEDED% for %%P in ("%~1") do set "FOUND=%%~fP"
exit /b 0
